"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useHotkeys } from "react-hotkeys-hook";
import { LinkButton } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { Kbd } from "@/components/ui/kbd";
import { isItemFiltered, itemFilter, type ItemSearch } from "../live/evaluation-search";
import { evaluationItemPath } from "../paths";
import type { ItemDetail } from "./types";

interface ItemNavigationProps {
  readonly detail: ItemDetail;
  readonly search: ItemSearch;
}

/** The items before and after among what the filter lets through; `[` and `]` go there. */
export function ItemNavigation({ detail: { evaluation, place }, search }: ItemNavigationProps) {
  const router = useRouter();
  const pathOf = (problemId: string) => evaluationItemPath(evaluation.id, problemId, itemFilter(search));
  const go = (problemId: string | null): void => {
    if (problemId !== null) router.push(pathOf(problemId));
  };
  useHotkeys("bracketleft", () => {
    go(place.previousId);
  });
  useHotkeys("bracketright", () => {
    go(place.nextId);
  });
  return (
    <nav aria-label="Items of the evaluation" className="mb-6 flex flex-wrap items-center gap-2 text-sm">
      {place.previousId === null ? null : (
        <LinkButton size="sm" href={pathOf(place.previousId)} icon={<ChevronLeft size={14} aria-hidden />}>
          Previous item
        </LinkButton>
      )}
      {place.nextId === null ? null : (
        <LinkButton size="sm" href={pathOf(place.nextId)}>
          Next item
          <ChevronRight size={14} aria-hidden />
        </LinkButton>
      )}
      <span className="text-ink-soft">
        {place.number === null
          ? `Not among the ${formatInteger(place.total)} that the filter lets through`
          : `${formatInteger(place.number)} of ${formatInteger(place.total)}${isItemFiltered(search) ? " that the filter lets through" : ""}`}
      </span>
      <span className="text-ink-faint max-sm:hidden">
        <Kbd>[</Kbd> <Kbd>]</Kbd> previous and next
      </span>
    </nav>
  );
}
