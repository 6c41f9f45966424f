"use client";

import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import type { AdjustRun } from "@/server/runs/steering.schema";
import { fieldBounds } from "../launch/field-bounds";
import { RUN_FIELDS } from "../run-fields";

/** What of a run may change while it goes. */
export type Limits = { [Key in keyof Omit<AdjustRun, "runId">]-?: number | null };

export const LIMIT_PATHS = ["tokenBudget", "timeBudgetMinutes", "maxInFlight", "priority"] as const;

interface LimitFieldsProps {
  readonly paths: readonly (keyof Limits)[];
  readonly values: Limits;
  readonly onChange: (change: Partial<Limits>) => void;
  /** What is wrong, by field. */
  readonly errors: Readonly<Partial<Record<keyof Limits, string>>>;
  /** More than the table's line of help. */
  readonly help?: Readonly<Partial<Record<keyof Limits, string>>>;
}

/** Numbers that steer a run; an empty one is no limit. */
export function LimitFields({ paths, values, onChange, errors, help = {} }: LimitFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      {paths.map((path) => {
        const { label, help: line, step } = RUN_FIELDS[path];
        const { min, max } = fieldBounds(path);
        return (
          <Field key={path} label={label} help={help[path] ?? line} error={errors[path] ?? null}>
            <NumberInput
              value={values[path]}
              onValueChange={(value) => {
                onChange({ [path]: value });
              }}
              step={step}
              {...(min === undefined ? {} : { min })}
              {...(max === undefined ? {} : { max })}
              {...(path === "priority" ? {} : { placeholder: "no limit" })}
            />
          </Field>
        );
      })}
    </div>
  );
}
