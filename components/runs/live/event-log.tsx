"use client";

import type { UseMutationResult } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import { useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { focusableWhileScrollable } from "@/components/ui/scroll-region";
import { EmptyState, ErrorState } from "@/components/ui/states";
import type { RunEvent } from "@/server/runs/events.repo";
import { EventRow } from "./event-row";
import { countNewer, type EventWindow } from "./event-window";

interface EventLogProps {
  readonly runId: string;
  readonly log: EventWindow<RunEvent>;
  readonly older: UseMutationResult<RunEvent[], { readonly message: string }, number>;
}

const ROW_PIXELS = 33;
const TOP_PIXELS = 8;

/** Events, newest first. While a reader is further down new ones wait, so that nothing moves under his eyes. */
export function EventLog({ runId, log, older }: EventLogProps) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [stoppedAt, setStoppedAt] = useState<number | null>(null);
  const attach = useCallback((element: HTMLElement | null) => {
    setScroller(element);
    return focusableWhileScrollable(element);
  }, []);
  const waiting = countNewer(log, stoppedAt);
  const shown = waiting === 0 ? log.events : log.events.slice(waiting);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_PIXELS,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 12,
  });
  const oldest = log.events.at(-1);
  if (oldest === undefined) {
    return <EmptyState title="No events yet">What happens in the run is written here.</EmptyState>;
  }
  return (
    <>
      <div className="relative">
        {waiting === 0 ? null : (
          <div className="absolute inset-x-0 top-2 z-10 flex justify-center">
            <Button
              size="sm"
              variant="primary"
              icon={<ArrowUp size={13} aria-hidden />}
              onClick={() => {
                setStoppedAt(null);
                virtualizer.scrollToOffset(0);
              }}
            >
              {formatCount(waiting, "new event")}
            </Button>
          </div>
        )}
        <section
          aria-label="Events, newest first"
          ref={attach}
          onScroll={(event) => {
            const down = event.currentTarget.scrollTop > TOP_PIXELS;
            setStoppedAt((current) => (down ? (current ?? shown[0]?.id ?? null) : null));
          }}
          className="h-[26rem] overflow-y-auto border-y border-rule [overflow-anchor:none]"
        >
          <ol className="relative" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => {
              const event = shown[item.index];
              return event === undefined ? null : (
                <li
                  key={item.key}
                  data-index={item.index}
                  ref={virtualizer.measureElement}
                  className="absolute inset-x-0 top-0 border-b border-rule"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <EventRow runId={runId} event={event} />
                </li>
              );
            })}
          </ol>
        </section>
      </div>
      <div className="mt-3 flex min-h-8 flex-wrap items-center gap-3 text-sm text-ink-soft">
        <span>{formatCount(log.events.length, "event")} here</span>
        {log.hasOlder ? (
          <Button
            size="sm"
            pending={older.isPending}
            onClick={() => {
              older.mutate(oldest.id);
            }}
          >
            Read older events
          </Button>
        ) : null}
        {older.error === null ? null : <ErrorState compact error={older.error} />}
      </div>
    </>
  );
}
