import Link from "next/link";
import { formatCount } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Badge } from "@/components/ui/status-mark";
import type { RunView } from "@/server/runs/run-view";
import { pairsPath } from "../pairs/paths";
import { runPath } from "../run-paths";
import { RunProgressBar } from "../run-progress";
import { RunStatusMark } from "../run-status-mark";
import { KIND_WORDS } from "../run-words";

/** One run in a list: how it stands, how far it is, what it made. */
export function RunItem({ run }: { readonly run: RunView }) {
  return (
    <li className="grid gap-x-8 gap-y-1 border-b border-rule py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_7rem]">
      <div className="min-w-0">
        <Link href={runPath(run.id)} className="font-medium hover:text-accent">
          <bdi className="wrap-anywhere">{run.name}</bdi>
        </Link>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          <RunStatusMark status={run.status} />
          <RelativeTime at={run.startedAt ?? run.createdAt} />
          {run.kind === "sphere" ? null : <Badge>{KIND_WORDS[run.kind].label}</Badge>}
        </p>
        {run.statusReason === null ? null : (
          <p className="text-sm wrap-anywhere text-ink-soft">{run.statusReason}</p>
        )}
      </div>
      <RunProgressBar run={run} />
      <div className="md:text-right">
        {run.kind === "rejection-sampling" ? null : run.pairCount === 0 ? (
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
