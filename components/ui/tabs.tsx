"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

export interface TabItem<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  /** Shown beside the label, small. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly items: readonly TabItem<T>[];
  /** Keep it in the URL (nuqs) when the page is more than a moment's look. */
  readonly value: T;
  readonly onValueChange: (value: T) => void;
}

/** Views of one thing. Only the open panel is mounted. */
export function Tabs<T extends string>({ label, items, value, onValueChange }: TabsProps<T>) {
  return (
    <BaseTabs.Root
      value={value}
      onValueChange={(next) => {
        const item = items.find((candidate) => candidate.value === next);
        if (item !== undefined) onValueChange(item.value);
      }}
    >
      <BaseTabs.List aria-label={label} className="flex flex-wrap gap-x-5 border-b border-rule">
        {items.map((item) => (
          <BaseTabs.Tab
            key={item.value}
            value={item.value}
            className="-mb-px min-h-9 border-b-2 border-transparent text-ink-soft hover:text-ink data-active:border-accent data-active:font-medium data-active:text-ink"
          >
            {item.label}
            {item.count === undefined ? null : (
              <span className="ml-1.5 text-sm font-normal text-ink-faint">
                {item.count.toLocaleString("en-GB")}
              </span>
            )}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {items.map((item) => (
        <BaseTabs.Panel key={item.value} value={item.value} className="pt-4">
          {item.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
