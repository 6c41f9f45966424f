import { formatDuration } from "@/components/ui/format";
import { timeLeft, type RunPace } from "./time-left";

/** "about 5 min left", "estimating the time left", or nothing where a run does not move. */
export function timeLeftText(run: RunPace): string | null {
  const left = timeLeft(run);
  switch (left.kind) {
    case "none":
      return null;
    case "estimating":
      return "estimating the time left";
    case "known":
      return left.ms === 0 ? "nearly there" : `about ${formatDuration(left.ms)} left`;
  }
}
