"use client";

import type { ReactNode } from "react";
import { Controller, get, useFormContext, useFormState } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { messageOf } from "./message-of";
import type { LaunchInput, LaunchPath } from "./launch-input";

interface NumberFieldProps {
  readonly path: Extract<LaunchPath, "items" | "seed" | "maxTokens" | "priority" | `sampled.${string}`>;
  readonly label: ReactNode;
  readonly help: ReactNode;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** The person changed it. */
  readonly onChange?: () => void;
}

/** A number of the launch form, with its error. */
export function NumberField({ path, label, help, min, max, step = 1, onChange }: NumberFieldProps) {
  const { control } = useFormContext<LaunchInput>();
  const { errors } = useFormState<LaunchInput>({ name: path });
  return (
    <Field label={label} help={help} error={messageOf(get(errors, path))}>
      <Controller
        control={control}
        name={path}
        render={({ field }) => (
          <NumberInput
            value={typeof field.value === "number" ? field.value : null}
            onValueChange={(value) => {
              if (value === field.value) return;
              field.onChange(value);
              onChange?.();
            }}
            onBlur={field.onBlur}
            min={min}
            max={max}
            step={step}
          />
        )}
      />
    </Field>
  );
}
