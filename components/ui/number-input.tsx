"use client";

import { NumberField } from "@base-ui/react/number-field";
import { Minus, Plus } from "lucide-react";
import { controlClass } from "./text-input";

export interface NumberInputProps {
  /** `null` is empty. */
  readonly value: number | null;
  readonly onValueChange: (value: number | null) => void;
  readonly onBlur?: () => void;
  readonly name?: string;
  readonly min?: number;
  readonly max?: number;
  /** Default 1. Give a fraction for decimals: 0.05 allows and shows two digits. */
  readonly step?: number;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
  /** Only outside a Field. */
  readonly "aria-label"?: string;
}

/** A number with steppers; arrow keys step, Shift steps by ten. Values outside the bounds are clamped on leaving. */
export function NumberInput({
  onBlur,
  placeholder,
  step = 1,
  "aria-label": label,
  ...rest
}: NumberInputProps) {
  return (
    <NumberField.Root
      {...rest}
      step={step}
      largeStep={step * 10}
      smallStep={step}
      locale="en-GB"
      format={{ maximumFractionDigits: 6 }}
      onValueChange={(value) => {
        rest.onValueChange(value);
      }}
    >
      <NumberField.Group className="flex max-w-48">
        <NumberField.Input
          className={`${controlClass} rounded-r-none`}
          placeholder={placeholder}
          aria-label={label}
          onBlur={onBlur}
        />
        <NumberField.Decrement className={stepperClass} aria-label="Less">
          <Minus size={14} aria-hidden />
        </NumberField.Decrement>
        <NumberField.Increment className={`${stepperClass} rounded-r-sm`} aria-label="More">
          <Plus size={14} aria-hidden />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  );
}

const stepperClass =
  "flex w-8 shrink-0 items-center justify-center border border-l-0 border-rule-strong text-ink-soft hover:not-data-disabled:bg-accent-wash hover:not-data-disabled:text-accent data-disabled:border-rule data-disabled:text-ink-faint";
