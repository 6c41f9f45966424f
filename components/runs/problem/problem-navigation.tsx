"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useHotkeys } from "react-hotkeys-hook";
import { LinkButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { SafeText } from "@/components/ui/raw-text";
import { problemPath } from "@/components/runs/pairs/paths";
import type { ProblemDetail } from "./types";

interface ProblemNavigationProps {
  readonly runId: string;
  readonly neighbours: ProblemDetail["neighbours"];
}

/** The problems before and after in the run's order; `[` and `]` go there. */
export function ProblemNavigation({ runId, neighbours: { previous, next } }: ProblemNavigationProps) {
  const router = useRouter();
  const go = (to: typeof previous): void => {
    if (to !== null) router.push(problemPath(runId, to.problemId));
  };
  useHotkeys("bracketleft", () => {
    go(previous);
  });
  useHotkeys("bracketright", () => {
    go(next);
  });
  return (
    <nav aria-label="Problems of the run" className="mb-6 flex flex-wrap items-center gap-2 text-sm">
      {previous === null ? null : (
        <LinkButton
          size="sm"
          href={problemPath(runId, previous.problemId)}
          icon={<ChevronLeft size={14} aria-hidden />}
        >
          <NeighbourName side="Previous" externalId={previous.externalId} />
        </LinkButton>
      )}
      {next === null ? null : (
        <LinkButton size="sm" href={problemPath(runId, next.problemId)}>
          <NeighbourName side="Next" externalId={next.externalId} />
          <ChevronRight size={14} aria-hidden />
        </LinkButton>
      )}
      {previous === null && next === null ? (
        <span className="text-ink-soft">The run has this problem only.</span>
      ) : (
        <span className="text-ink-faint max-sm:hidden">
          <Kbd>[</Kbd> <Kbd>]</Kbd> previous and next
        </span>
      )}
    </nav>
  );
}

/** The side alone where there is little room. */
function NeighbourName({ side, externalId }: { readonly side: string; readonly externalId: string }) {
  return (
    <>
      <span className="sm:sr-only">{side} problem</span>
      <span className="max-w-40 truncate max-sm:sr-only">
        <SafeText text={externalId} />
      </span>
    </>
  );
}
