"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import { useTRPC } from "@/components/trpc/client";
import { RelativeTime } from "@/components/ui/relative-time";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { ErrorState, SkeletonRows } from "@/components/ui/states";

/** Reading Markdown takes a library that no other page needs. */
const GuidelinesText = dynamic(() => import("./guidelines-text").then((module) => module.GuidelinesText), {
  loading: () => <SkeletonRows rows={6} label="Reading the guidelines" />,
});

interface GuidelinesPanelProps {
  readonly campaignId: string;
  readonly onClose: () => void;
}

/** The campaign's guidelines beside the item; keys of the item go on working. */
export function GuidelinesPanel({ campaignId, onClose }: GuidelinesPanelProps) {
  const trpc = useTRPC();
  const { data, error, refetch, isFetching } = useQuery(
    trpc.review.guidelines.get.queryOptions({ campaignId }, { staleTime: 60_000 }),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const [newest] = data?.versions ?? [];
  return (
    <aside
      aria-label="Guidelines"
      className="fixed inset-y-0 right-0 z-40 flex w-full flex-col border-l border-rule-strong bg-raised sm:w-96"
    >
      <header className="flex items-start gap-3 border-b border-rule px-5 py-3">
        <div className="min-w-0 flex-1">
          <h2 ref={heading} tabIndex={-1} className="font-serif text-lg font-semibold outline-none">
            Guidelines
          </h2>
          <p className="text-sm text-ink-soft">
            {data === undefined ? (
              "\u00A0"
            ) : newest === undefined ? (
              "Nobody wrote any for this campaign yet: these are what a new one begins with."
            ) : (
              <>
                Version {data.version}, <RelativeTime at={newest.at} />
              </>
            )}
          </p>
        </div>
        <button
          type="button"
          aria-label="Close the guidelines"
          onClick={onClose}
          className="-mr-1.5 flex size-9 items-center justify-center rounded-sm text-ink-soft hover:bg-accent-wash hover:text-accent"
        >
          <X size={16} aria-hidden />
        </button>
      </header>
      <ScrollRegion label="Text of the guidelines" className="min-h-0 flex-1 overflow-y-auto px-5 py-3">
        {/* One child from the start: by its size it is known whether there is something to scroll. */}
        <div>
          {error === null ? null : (
            <ErrorState
              title="The guidelines could not be read"
              error={error}
              retrying={isFetching}
              onRetry={() => {
                refetch().catch(() => undefined);
              }}
            />
          )}
          {data === undefined ? null : <GuidelinesText markdown={data.markdown} />}
        </div>
      </ScrollRegion>
    </aside>
  );
}
