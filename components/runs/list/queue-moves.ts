export type QueueMove = "first" | "up" | "down";

/**
 * The queued run that `runId` has to go before, null for the end of the queue; undefined where the move changes
 * nothing.
 * @param order ids of the queued runs, the next one first
 */
export function targetOf(
  order: readonly string[],
  runId: string,
  move: QueueMove,
): string | null | undefined {
  const at = order.indexOf(runId);
  if (at === -1) return undefined;
  if (move === "down") return at === order.length - 1 ? undefined : (order[at + 2] ?? null);
  if (at === 0) return undefined;
  return move === "first" ? order[0] : order[at - 1];
}
