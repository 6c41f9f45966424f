"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";
import { useTRPC } from "@/components/trpc/client";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { ChoiceCards } from "./choice-cards";
import { canScore, isUsable } from "./initial-values";
import { matchingPreset, PRESET_IDS, PRESETS, type PresetId } from "./presets";

/** Sets all settings at once; none is marked once a person has changed one. */
export function PresetChoice() {
  const trpc = useTRPC();
  const { control, setValue } = useFormContext<LaunchRunInput>();
  const config = useWatch({ control, name: "config" });
  const { data: models = [] } = useQuery(trpc.models.list.queryOptions());
  const prm = models.find((model) => isUsable(model) && canScore(model, "prm"));
  const current = matchingPreset(config ?? {});
  const offered = PRESET_IDS.filter((id) => !PRESETS[id].needsPrm || prm !== undefined);
  const choose = (id: PresetId): void => {
    const preset = PRESETS[id];
    const changed = { shouldValidate: true, shouldDirty: true };
    setValue("config", { ...preset.config }, changed);
    setValue("problemCount", preset.problemCount, changed);
    if (preset.needsPrm && prm !== undefined) setValue("scorerModelId", prm.id, changed);
  };
  return (
    <div className="mb-3">
      <ChoiceCards
        legend="Settings"
        choices={offered.map((id) => ({
          value: id,
          label: PRESETS[id].label,
          lines: [PRESETS[id].help],
        }))}
        value={current}
        onValueChange={choose}
        columns={offered.length === 2 ? 2 : 3}
      />
      <p className="mt-1 min-h-5 text-sm text-ink-soft">
        {current === null ? "Your own settings: see the stages below." : null}
      </p>
    </div>
  );
}
