"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";
import type { ReactNode } from "react";

export interface SwitchProps {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly disabled?: boolean;
  readonly name?: string;
}

/** On or off, at once. Carries its own label: not to be put into a Field. */
export function Switch({ label, help, onCheckedChange, ...rest }: SwitchProps) {
  return (
    <label className="flex items-start gap-2.5">
      <BaseSwitch.Root
        {...rest}
        onCheckedChange={(checked) => {
          onCheckedChange(checked);
        }}
        className="mt-0.5 flex h-4.5 w-8 shrink-0 cursor-pointer items-center rounded-full border border-rule-strong bg-sunken p-px data-checked:border-accent data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:border-rule"
      >
        <BaseSwitch.Thumb className="size-3.5 rounded-full bg-rule-strong transition-transform duration-100 data-checked:translate-x-3.5 data-checked:bg-on-accent data-disabled:bg-rule" />
      </BaseSwitch.Root>
      <span className="min-w-0">
        <span className="font-medium">{label}</span>
        {help === undefined ? null : <span className="block text-sm text-ink-soft">{help}</span>}
      </span>
    </label>
  );
}
