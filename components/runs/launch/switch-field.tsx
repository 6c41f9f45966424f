"use client";

import { Controller, useFormContext } from "react-hook-form";
import { Switch } from "@/components/ui/switch";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { RUN_FIELDS, type RunField, type RunFieldPath } from "../run-fields";

/** Fields that are on or off. */
const SWITCHES = [
  "config.selfCorrection",
  "config.resamplingControl",
  "config.hintedCritique",
  "config.correctionTurnPairs",
  "config.diversityInduction",
  "config.lengthBalance",
  "config.stageMix",
] as const satisfies readonly RunFieldPath[];

export type SwitchPath = (typeof SWITCHES)[number];

export function isSwitchPath(path: RunFieldPath): path is SwitchPath {
  return SWITCHES.some((known) => known === path);
}

/** A field that is on or off, with its label, help and source. */
export function SwitchField({ path }: { readonly path: SwitchPath }) {
  const { control } = useFormContext<LaunchRunInput>();
  const { label, help, source }: RunField = RUN_FIELDS[path];
  return (
    <Controller
      control={control}
      name={path}
      render={({ field }) => (
        <Switch
          checked={field.value === true}
          onCheckedChange={field.onChange}
          label={label}
          help={
            <>
              {help}
              {source === undefined ? null : <span className="text-ink-faint"> {source}.</span>}
            </>
          }
        />
      )}
    />
  );
}
