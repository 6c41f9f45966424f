import { formatDuration } from "@/components/ui/format";
import { timeLeft, type RunPace } from "./time-left";

/** "about 5 min left", "estimating the time left", or nothing where a run does not move. */
export function timeLeftText(run: RunPace): string | null {
  const left = timeLeft(run);
  if (left.kind === "none") return null;
  if (left.kind === "estimating") return "estimating the time left";
  return left.ms === 0 ? "nearly there" : `about ${formatDuration(left.ms)} left`;
}
