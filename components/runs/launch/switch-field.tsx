"use client";

import { Controller, useFormContext } from "react-hook-form";
import { Switch } from "@/components/ui/switch";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { RUN_FIELDS } from "../run-fields";

interface SwitchFieldProps {
  readonly path: "config.selfCorrection" | "config.diversityInduction";
}

/** Whether a stage is part of the run. */
export function SwitchField({ path }: SwitchFieldProps) {
  const { control } = useFormContext<LaunchRunInput>();
  const { label, help, source } = RUN_FIELDS[path];
  return (
    <Controller
      control={control}
      name={path}
      render={({ field }) => (
        <Switch
          checked={field.value === true}
          onCheckedChange={field.onChange}
          label={label}
          help={`${help} ${source}.`}
        />
      )}
    />
  );
}
