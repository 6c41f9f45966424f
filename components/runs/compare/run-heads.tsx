import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ComparedRun } from "@/server/runs/compare-runs.service";
import { runPath } from "../run-paths";
import { RunStatusMark } from "../run-status-mark";
import { KIND_WORDS } from "../run-words";

interface RunHeadsProps {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
}

/** Which two runs. */
export function RunHeads({ a, b }: RunHeadsProps) {
  return (
    <ul className="grid border-y border-rule sm:grid-cols-2 sm:divide-x sm:divide-rule">
      {[["A", a] as const, ["B", b] as const].map(([letter, side]) => (
        <li key={letter} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-3 sm:not-first:pl-5">
          <span aria-hidden className="font-serif text-lg text-ink-soft">
            {letter}
          </span>
          <span className="min-w-0">
            <Link href={runPath(side.run.id)} className="font-medium wrap-anywhere hover:text-accent">
              <bdi>{side.run.name}</bdi>
            </Link>
            <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
              <RunStatusMark status={side.run.status} />
              <span>{KIND_WORDS[side.run.kind].label}</span>
              <RelativeTime at={side.run.createdAt} />
            </span>
            {side.names === null ? null : (
              <span className="block text-sm wrap-anywhere text-ink-soft">
                <bdi>{side.names.policy}</bdi> on <bdi>{side.names.problemSet}</bdi>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
