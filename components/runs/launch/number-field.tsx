"use client";

import type { ReactNode } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { NumberInput } from "@/components/ui/number-input";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { RUN_FIELDS, type RunField, type RunFieldPath } from "../run-fields";
import { fieldBounds } from "./field-bounds";
import { RunFieldFrame } from "./run-field";

interface NumberFieldProps {
  readonly path: RunFieldPath;
  readonly help?: ReactNode;
  readonly optional?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
}

/** A number of the form; its bounds are the schema's. */
export function NumberField({ path, help, optional, disabled = false, placeholder }: NumberFieldProps) {
  const { control } = useFormContext<LaunchRunInput>();
  const { step = 1 }: RunField = RUN_FIELDS[path];
  const { min, max } = fieldBounds(path);
  return (
    <RunFieldFrame path={path} help={help} optional={optional ?? false} disabled={disabled}>
      <Controller
        control={control}
        name={path}
        render={({ field }) => (
          <NumberInput
            value={typeof field.value === "number" ? field.value : null}
            onValueChange={field.onChange}
            onBlur={field.onBlur}
            step={step}
            disabled={disabled}
            {...(min === undefined ? {} : { min })}
            {...(max === undefined ? {} : { max })}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
        )}
      />
    </RunFieldFrame>
  );
}
