"use client";

import { Combobox } from "@base-ui/react/combobox";
import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { controlClass } from "@/components/ui/text-input";
import type { SubjectOption } from "./subject-options";

interface SubjectPickerProps {
  /** "A" */
  readonly label: string;
  readonly options: readonly SubjectOption[];
  /** A model or an evaluation, as the address says; empty: none. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** One of the models that were evaluated, found by typing a part of its name. */
export function SubjectPicker({ label, options, value, onChange }: SubjectPickerProps) {
  const id = useId();
  const chosen = options.find((option) => option.id === value) ?? null;
  return (
    <Combobox.Root
      items={[...options]}
      value={chosen}
      onValueChange={(option) => {
        if (option !== null) onChange(option.id);
      }}
      itemToStringLabel={({ name }) => name}
      isItemEqualToValue={(one, other) => one.id === other.id}
      filter={(option, typed) => option.search.includes(typed.trim().toLocaleLowerCase("en"))}
      autoHighlight
    >
      <div className="min-w-0">
        <label htmlFor={id} className="mb-1 block text-sm font-medium">
          {label}
        </label>
        <Combobox.InputGroup className="relative">
          <Combobox.Input id={id} placeholder="Choose a model" className={`${controlClass} truncate pr-8`} />
          <Combobox.Trigger
            aria-label={`Models for ${label}`}
            className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-ink-soft hover:text-ink"
          >
            <ChevronDown size={14} aria-hidden />
          </Combobox.Trigger>
        </Combobox.InputGroup>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className="z-40 outline-none" sideOffset={3}>
          <Combobox.Popup className="w-(--anchor-width) max-w-(--available-width) rounded-sm border border-rule-strong bg-raised text-ink">
            <Combobox.Empty>
              <p className="px-3 py-3 text-sm text-ink-soft empty:hidden">
                No evaluated model has that name.
              </p>
            </Combobox.Empty>
            <Combobox.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain py-1 outline-none data-empty:p-0">
              {(option: SubjectOption) => (
                <Combobox.Item
                  key={option.id}
                  value={option}
                  className="cursor-default px-3 py-1.5 outline-none select-none data-highlighted:bg-accent-wash data-selected:font-medium"
                >
                  <bdi className="block wrap-anywhere">{option.name}</bdi>
                  <span className="block text-sm font-normal text-ink-soft">{option.note}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
