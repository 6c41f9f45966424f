import type { Choice } from "@/server/review/review.schema";
import type { Queue } from "./queue";

/** The decision on an item that waits and was not taken back; null where none does. */
export function pendingChoice(queue: Queue, number: number): Choice | null {
  const waiting = queue.filter(({ refusal }) => refusal === null);
  const last = waiting.findLast((entry) => entry.kind === "decide" && entry.number === number);
  if (last?.kind !== "decide") return null;
  const turned = waiting.findLast(
    (entry) => (entry.kind === "undo" || entry.kind === "redo") && entry.of === last.input.actId,
  );
  return turned?.kind === "undo" ? null : last.input.choice;
}

/** Whether the person holds the reference answer wrong, as far as that waits; null where nothing does. */
export function pendingFlag(queue: Queue, problemId: string): boolean | null {
  const last = queue.findLast(
    (entry) => entry.kind === "flag" && entry.refusal === null && entry.input.problemId === problemId,
  );
  return last?.kind === "flag" ? last.input.flagged : null;
}
