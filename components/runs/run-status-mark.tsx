import { StatusMark, type StatusMarkProps } from "@/components/ui/status-mark";
import type { RunStatus } from "@/server/runs/runs.schema";

type Look = Pick<StatusMarkProps, "tone" | "shape">;

const looks: Record<RunStatus, Look> = {
  queued: { tone: "neutral" },
  running: { tone: "active" },
  pausing: { tone: "warning", shape: "bar" },
  paused: { tone: "warning", shape: "bar" },
  cancelling: { tone: "neutral", shape: "cross" },
  cancelled: { tone: "neutral", shape: "cross" },
  finished: { tone: "good" },
};

/** How a run stands, by shape and word. */
export function RunStatusMark({ status }: { readonly status: RunStatus }) {
  return <StatusMark {...looks[status]}>{status}</StatusMark>;
}
