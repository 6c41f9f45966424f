import { formatCount } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import type { SetSummary } from "./types";

/** Says only what is not as it should be: an import under way, or one that failed. */
export function SetStatus({ set }: { readonly set: Pick<SetSummary, "status" | "problemCount"> }) {
  if (set.status === "ready") return null;
  if (set.status === "importing")
    return (
      <StatusMark tone="active">importing, {formatCount(set.problemCount, "problem")} so far</StatusMark>
    );
  return <StatusMark tone="bad">import failed</StatusMark>;
}
