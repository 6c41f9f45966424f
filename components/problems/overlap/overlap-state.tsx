import { formatCount, formatDateTime } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import type { OverlapSummary } from "../types";

/** Where a set stands with the others, in one sentence. */
export function OverlapState({ summary }: { readonly summary: OverlapSummary }) {
  const { set, comparisons, counts, openProblems } = summary;
  const others = set.kind === "benchmark" ? "set that trains" : "benchmark";
  const noun = formatCount(
    comparisons.length,
    others,
    set.kind === "benchmark" ? "sets that train" : "benchmarks",
  );
  const stale = comparisons.filter(({ current }) => !current).length;
  const found = counts.open + counts["left-out"] + counts.waived;
  if (comparisons.length === 0)
    return (
      <p className="text-ink-soft">
        There is no {others} here to compare with. It is done as soon as one is imported.
      </p>
    );
  if (counts.open > 0)
    return (
      <StatusMark tone="warning">
        <span className="whitespace-normal">
          {formatCount(openProblems, "problem")} open
          {set.kind === "benchmark"
            ? ": no run starts on the sets that have them."
            : ": no run starts on this set until somebody leaves them out or waives them."}
        </span>
      </StatusMark>
    );
  if (stale > 0)
    return (
      <StatusMark tone="neutral">
        <span className="whitespace-normal">
          {formatCount(stale, "comparison")} of {comparisons.length} still to be made: it is done before a run
          starts.
        </span>
      </StatusMark>
    );
  const checked = Math.max(...comparisons.map(({ checkedAt }) => checkedAt ?? 0));
  return (
    <StatusMark tone="good">
      <span className="whitespace-normal" suppressHydrationWarning>
        Compared with {noun} on {formatDateTime(checked)}:{" "}
        {found === 0
          ? "nothing in common."
          : `${formatCount(counts["left-out"], "match", "matches")} left out, ${counts.waived} waived, none open.`}
      </span>
    </StatusMark>
  );
}
