"use client";

import { Field } from "@base-ui/react/field";
import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentPropsWithRef } from "react";
import { controlClass } from "./text-input";

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps<T extends string> extends Omit<
  ComponentPropsWithRef<"select">,
  "className" | "children" | "size" | "multiple" | "value"
> {
  readonly options: readonly SelectOption<T>[];
  readonly value?: T | "";
  readonly onValueChange?: (value: T) => void;
  /** First, empty choice: "Choose a model". */
  readonly placeholder?: string;
}

/** The browser's own select: it works by keyboard, on phones and without script. `{...register("x")}` works too. */
export function Select<T extends string>({
  options,
  placeholder,
  onValueChange,
  onChange,
  ...rest
}: SelectProps<T>) {
  return (
    <span className="relative block">
      <Field.Control
        render={
          <select
            {...rest}
            onChange={(event) => {
              onChange?.(event);
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen !== undefined) onValueChange?.(chosen.value);
            }}
          >
            {placeholder === undefined ? null : (
              <option value="" disabled>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
        }
        className={clsx(controlClass, "cursor-pointer appearance-none truncate pr-7")}
      />
      <ChevronDown
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-soft"
      />
    </span>
  );
}
