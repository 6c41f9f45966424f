import { LinkButton } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { EmptyState } from "@/components/ui/states";
import type { Overview } from "@/server/runs/overview.service";
import { RunItem } from "./run-item";

/** The runs under way, else the latest one. */
export function RunningNow({ overview }: { readonly overview: Overview }) {
  const { activeRuns, latestRun } = overview;
  const shown = activeRuns.length > 0 ? activeRuns : latestRun === null ? [] : [latestRun];
  if (shown.length === 0) {
    return (
      <EmptyState title="No run yet">
        A run takes problems through the three stages and keeps the preference pairs they give.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="border-t border-rule">
        {shown.map((run) => (
          <RunItem key={run.id} run={run} />
        ))}
      </ul>
      {overview.runs > shown.length ? (
        <div className="mt-3">
          <LinkButton size="sm" variant="quiet" href="/runs">
            All {formatCount(overview.runs, "run")}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}
