"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";

export interface CheckboxProps {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly label: ReactNode;
  /** The label is there for screen readers only: in a table's row. */
  readonly labelHidden?: boolean;
  readonly indeterminate?: boolean;
  readonly disabled?: boolean;
  readonly name?: string;
}

/** A choice that takes part in something larger. Carries its own label: not to be put into a Field. */
export function Checkbox({ label, labelHidden = false, onCheckedChange, ...rest }: CheckboxProps) {
  return (
    <label className="inline-flex items-start gap-2">
      <BaseCheckbox.Root
        {...rest}
        onCheckedChange={(checked) => {
          onCheckedChange(checked);
        }}
        className="mt-0.5 flex size-4.5 shrink-0 cursor-pointer items-center justify-center rounded-sm border border-rule-strong bg-raised data-checked:border-accent data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:border-rule data-indeterminate:border-accent data-indeterminate:bg-accent"
      >
        <BaseCheckbox.Indicator className="text-on-accent">
          {rest.indeterminate === true ? <Minus size={13} aria-hidden /> : <Check size={13} aria-hidden />}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span className={labelHidden ? "sr-only" : undefined}>{label}</span>
    </label>
  );
}
