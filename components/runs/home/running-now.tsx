import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { EmptyState } from "@/components/ui/states";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Overview } from "@/server/runs/overview.service";
import type { RunView } from "@/server/runs/run-view";
import { pairsPath } from "../pairs/paths";
import { runPath } from "../run-paths";
import { RunProgressBar } from "../run-progress";
import { RunStatusMark } from "../run-status-mark";

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

function RunItem({ run }: { readonly run: RunView }) {
  return (
    <li className="grid gap-x-8 gap-y-1 border-b border-rule py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_7rem]">
      <div className="min-w-0">
        <Link href={runPath(run.id)} className="font-medium hover:text-accent">
          <bdi className="wrap-anywhere">{run.name}</bdi>
        </Link>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <RunStatusMark status={run.status} />
          <RelativeTime at={run.startedAt ?? run.createdAt} />
        </p>
        {run.statusReason === null ? null : (
          <p className="text-sm wrap-anywhere text-ink-soft">{run.statusReason}</p>
        )}
      </div>
      <RunProgressBar run={run} />
      <div className="md:text-right">
        {run.pairCount === 0 ? (
          <span className="text-ink-faint">no pairs yet</span>
        ) : (
          <Link href={pairsPath(run.id)} className="link">
            {formatCount(run.pairCount, "pair")}
          </Link>
        )}
      </div>
    </li>
  );
}
