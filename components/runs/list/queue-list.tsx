"use client";

import { ArrowDown, ArrowUp, ChevronsUp } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useMe } from "@/components/accounts/use-me";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Kbd } from "@/components/ui/kbd";
import { RelativeTime } from "@/components/ui/relative-time";
import { Badge } from "@/components/ui/status-mark";
import type { RunListItem } from "@/server/runs/list-runs.service";
import { runPath } from "../run-paths";
import { KIND_WORDS } from "../run-words";
import type { QueueMove } from "./queue-moves";
import { useQueueMoves } from "./use-queue-moves";

const moves = [
  { how: "first", label: "to the front", icon: ChevronsUp },
  { how: "up", label: "up", icon: ArrowUp },
  { how: "down", label: "down", icon: ArrowDown },
] as const;

const keys: Readonly<Record<string, QueueMove>> = { Home: "first", ArrowUp: "up", ArrowDown: "down" };

/** Runs that wait, in the order in which they get their turn; a person changes it by buttons or keys. */
export function QueueList({ runs }: { readonly runs: readonly RunListItem[] }) {
  const leads = useMe().can("runner");
  const order = runs.map(({ id }) => id);
  const queue = useQueueMoves(order);
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string | null>(null);
  const places = order.join(" ");
  const placesBefore = useRef(places);
  useEffect(() => {
    if (placesBefore.current === places) return;
    placesBefore.current = places;
    // A row that changes its place loses the focus, and a button that can do no more gives it up.
    if (moved.current === null || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-run="${CSS.escape(moved.current)}"] a`)?.focus();
  }, [places]);
  const move = (runId: string, how: QueueMove): void => {
    moved.current = runId;
    queue.move(runId, how);
  };
  useHotkeys(
    "alt+home, alt+up, alt+down",
    (event) => {
      const row = document.activeElement?.closest<HTMLElement>("[data-run]");
      const how = keys[event.key];
      if (row && list.current?.contains(row) === true && how !== undefined) {
        move(row.dataset["run"] ?? "", how);
      }
    },
    { preventDefault: true, enabled: leads },
  );
  return (
    <>
      <ol ref={list} aria-label="Queue" aria-busy={queue.pending} className="border-t border-rule">
        {runs.map((run) => (
          <li
            key={run.id}
            data-run={run.id}
            className="grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b border-rule py-2"
          >
            <span className="text-right font-serif text-lg text-ink-soft">{run.queuePosition}</span>
            <span className="min-w-0">
              <Link href={runPath(run.id)} className="font-medium wrap-anywhere hover:text-accent">
                <bdi>{run.name}</bdi>
              </Link>
              <span className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
                {run.kind === "sphere" ? null : <Badge>{KIND_WORDS[run.kind].label}</Badge>}
                <span>{formatCount(run.problemCount, "problem")}</span>
                <span>priority {run.priority}</span>
                <span>
                  made <RelativeTime at={run.createdAt} />
                </span>
              </span>
            </span>
            {leads ? (
              <span className="flex gap-1">
                {moves.map(({ how, label, icon: Icon }) => (
                  <Button
                    key={how}
                    size="sm"
                    aria-label={`Move ${run.name} ${label}`}
                    disabled={!queue.canMove(run.id, how)}
                    onClick={() => {
                      move(run.id, how);
                    }}
                  >
                    <Icon size={15} aria-hidden />
                  </Button>
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {runs.length < 2 || !leads ? null : (
        <p className="mt-1.5 text-sm text-ink-faint max-sm:hidden">
          <Kbd>Alt ↑</Kbd> <Kbd>Alt ↓</Kbd> <Kbd>Alt Home</Kbd> move the run that has the focus. A moved run
          takes the priority of its new neighbours.
        </p>
      )}
    </>
  );
}
