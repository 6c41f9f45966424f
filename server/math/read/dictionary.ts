/** A table of words. A map, since a model may write `constructor`, which every plain object has. */
export function dictionary<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}
