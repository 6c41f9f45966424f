import { formatCount } from "@/components/ui/format";
import type { RunView } from "@/server/runs/run-view";

/** What a cancel takes and what it leaves, with what is in flight at this moment. */
export function cancelWords({ live }: Pick<RunView, "live">): string {
  const lost =
    live === null || live.samplesInFlight === 0
      ? ""
      : ` ${formatCount(live.samplesInFlight, "sample")} in flight ${live.samplesInFlight === 1 ? "is" : "are"} stopped and lost.`;
  return `It ends for good.${lost} What is on record stays: pairs, chains and calls.`;
}

/** What a run that is asked to stop still waits for; null where it is not. */
export function stoppingWords({ status, live }: Pick<RunView, "status" | "live">): string | null {
  const count = live?.samplesInFlight ?? 0;
  if (status === "pausing") {
    return count === 0
      ? "It pauses in a moment."
      : `${formatCount(count, "sample")} in flight may still end; what takes longer than a few seconds is stopped and drawn again on resuming.`;
  }
  return status === "cancelling" ? "What is in flight is being stopped." : null;
}
