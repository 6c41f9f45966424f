"use client";

import { useMemo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { DEFAULT_SPHERE_CONFIG } from "@/server/sphere/config";
import { usedFields } from "./used-fields";

/** The fields that the run reads as the form stands now. */
export function useUsedFields(): ReturnType<typeof usedFields> {
  const { control } = useFormContext<LaunchRunInput>();
  const [kind, mode, scorer, selfCorrection, diversityInduction] = useWatch({
    control,
    name: ["kind", "config.mode", "config.scorer", "config.selfCorrection", "config.diversityInduction"],
  });
  return useMemo(() => {
    const d = DEFAULT_SPHERE_CONFIG;
    return usedFields({
      kind: kind ?? "sphere",
      config: {
        mode: mode ?? d.mode,
        scorer: scorer ?? d.scorer,
        selfCorrection: selfCorrection ?? d.selfCorrection,
        diversityInduction: diversityInduction ?? d.diversityInduction,
      },
    });
  }, [kind, mode, scorer, selfCorrection, diversityInduction]);
}
