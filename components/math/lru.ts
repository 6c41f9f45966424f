/** Remembers the results of a pure function for the `capacity` arguments used last. */
export function memoised<T>(compute: (key: string) => T, capacity: number): (key: string) => T {
  const results = new Map<string, T>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) {
      results.delete(key);
      results.set(key, known);
      return known;
    }
    const result = compute(key);
    results.set(key, result);
    const oldest = results.size > capacity ? results.keys().next() : null;
    if (oldest !== null && oldest.done !== true) results.delete(oldest.value);
    return result;
  };
}
