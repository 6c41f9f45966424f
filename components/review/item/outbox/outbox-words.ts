import { formatCount } from "@/components/ui/format";
import type { OutboxState } from "./outbox";

/** What waits, in words; null where nothing does, or it is on its way. */
export function waitingWords({ entries, cut }: OutboxState): string | null {
  const waiting = entries.filter(({ refusal }) => refusal === null);
  if (cut === null || waiting.length === 0) return null;
  const what = waiting.every(({ kind }) => kind === "decide")
    ? formatCount(waiting.length, "decision")
    : formatCount(waiting.length, "act");
  const wait = waiting.length === 1 ? "waits" : "wait";
  if (cut === "network") return `${what} ${wait} for the network. Go on: nothing is lost.`;
  if (cut === "signed-out") return `${what} ${wait} until you sign in again. Nothing is lost.`;
  return `${what} ${wait}: the server is in trouble, it is asked again soon.`;
}

/** Said once all that waited has arrived. */
export function sentWords(count: number): string {
  return `The network is back: ${count === 1 ? "what waited is" : `all ${count} that waited are`} sent.`;
}
