"use client";

import { useMemo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useDebounced } from "@/components/runs/launch/use-debounced";
import { launchEvaluationsSchema, type LaunchEvaluations } from "@/server/evaluations/evaluations.schema";
import type { LaunchInput } from "./launch-input";

const SETTLE_MS = 400;

/** The launch as the form stands, once it has stood still for a moment; null while a field lacks. */
export function useSettledLaunch(): LaunchEvaluations | null {
  const { control } = useFormContext<LaunchInput>();
  const values = useDebounced(useWatch({ control }), SETTLE_MS);
  return useMemo(() => launchEvaluationsSchema.safeParse(values).data ?? null, [values]);
}
