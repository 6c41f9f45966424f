import { StatusMark, type StatusMarkProps } from "@/components/ui/status-mark";
import type { ProblemStatus } from "@/server/runs/runs.schema";

const looks: Record<ProblemStatus, Pick<StatusMarkProps, "tone" | "shape">> = {
  waiting: { tone: "neutral" },
  active: { tone: "active" },
  done: { tone: "good" },
  failed: { tone: "bad" },
};

/** How a problem of a run stands, by shape and word. */
export function ProblemStatusMark({ status }: { readonly status: ProblemStatus }) {
  return <StatusMark {...looks[status]}>{status}</StatusMark>;
}
