import type { PersonProgress } from "@/server/review/queue-view.schema";

/** A person as the viewer may know them: people whose names are hidden are told apart by number. */
export function personName({ name, mine }: Pick<PersonProgress, "name" | "mine">, index: number): string {
  if (mine) return name === null ? "You" : `${name} (you)`;
  return name ?? `Person ${index + 1}`;
}
