"use client";

import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { SafeText } from "@/components/ui/raw-text";
import type { ItemFilter } from "@/server/review/review.schema";
import { NO_FILTER } from "@/server/review/review.schema";
import { activeFilters } from "./active-filters";
import { namesOf, type FilterChoices } from "./filter-choices";

export interface FilterChipsProps {
  readonly filter: ItemFilter;
  readonly choices: FilterChoices;
  readonly onChange: (change: Partial<ItemFilter>) => void;
}

/** The filters that are set, each with a button that takes it away. */
export function FilterChips({ filter, choices, onChange }: FilterChipsProps) {
  const active = activeFilters(filter, namesOf(choices));
  if (active.length === 0) return null;
  return (
    <ul aria-label="Filters that are set" className="flex flex-wrap items-center gap-1.5">
      {active.map(({ key, words, clear }) => (
        <li key={key} className="min-w-0">
          <button
            type="button"
            aria-label={`Take away the filter ${words}`}
            onClick={() => {
              onChange(clear);
            }}
            className="inline-flex min-h-6.5 max-w-full items-center gap-1.5 rounded-sm border border-accent bg-accent-wash px-2 text-sm hover:border-ink"
          >
            <span className="truncate">
              <SafeText text={words} />
            </span>
            <X size={12} aria-hidden className="shrink-0" />
          </button>
        </li>
      ))}
      {active.length === 1 ? null : (
        <li>
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              onChange(NO_FILTER);
            }}
          >
            Take all away
          </Button>
        </li>
      )}
    </ul>
  );
}
