"use client";

import { useId } from "react";
import { NumberInput } from "@/components/ui/number-input";

export interface RangeFieldProps {
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly max?: number;
  readonly step: number;
  readonly onChange: (range: { readonly from: number | null; readonly to: number | null }) => void;
}

/** From and to of a figure; either may be left empty. */
export function RangeField({ label, from, to, max, step, onChange }: RangeFieldProps) {
  const id = useId();
  const bounds = { min: 0, step, ...(max === undefined ? {} : { max }) };
  return (
    <fieldset aria-labelledby={id} className="flex min-w-0 flex-col gap-1">
      <span id={id} className="font-medium">
        {label}
      </span>
      <div className="grid grid-cols-2 gap-2">
        <NumberInput
          {...bounds}
          aria-label={`${label} at least`}
          placeholder="from"
          value={from}
          onValueChange={(next) => {
            onChange({ from: next, to });
          }}
        />
        <NumberInput
          {...bounds}
          aria-label={`${label} at most`}
          placeholder="to"
          value={to}
          onValueChange={(next) => {
            onChange({ from, to: next });
          }}
        />
      </div>
    </fieldset>
  );
}
