"use client";

import { SlidersHorizontal } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ItemFilter } from "@/server/review/review.schema";
import { activeFilters } from "./active-filters";
import { FilterChips } from "./filter-chips";
import { FilterFields } from "./filter-fields";
import { FilterText } from "./filter-text";
import { namesOf, type FilterChoices } from "./filter-choices";

export interface FilterBarProps {
  readonly filter: ItemFilter;
  readonly choices: FilterChoices;
  readonly onChange: (change: Partial<ItemFilter>) => void;
  /** More fields beside the text: campaign, state, order. */
  readonly children?: ReactNode;
}

/** Text and fields of a filter; on a narrow window the fields are in a dialog, and what is set stands below. */
export function FilterBar({ filter, choices, onChange, children }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const set = activeFilters(filter, namesOf(choices)).length;
  const fields = <FilterFields filter={filter} choices={choices} onChange={onChange} />;
  return (
    <search className="mb-4 flex flex-col gap-3">
      <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 lg:flex lg:flex-wrap">
        <div className="col-span-2 min-w-0 lg:flex-1 lg:basis-64">
          <FilterText
            value={filter.text}
            onChange={(text) => {
              onChange({ text });
            }}
          />
        </div>
        {children}
        <div className="md:hidden">
          <Button
            icon={<SlidersHorizontal size={14} aria-hidden />}
            onClick={() => {
              setOpen(true);
            }}
          >
            {set === 0 ? "Filters" : `Filters (${set})`}
          </Button>
        </div>
      </div>
      <div className="hidden md:block">{fields}</div>
      <FilterChips filter={filter} choices={choices} onChange={onChange} />
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Filters"
        footer={
          <Button
            variant="primary"
            onClick={() => {
              setOpen(false);
            }}
          >
            Show the items
          </Button>
        }
      >
        {fields}
      </Dialog>
    </search>
  );
}
