"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { ChoiceCards } from "@/components/runs/launch/choice-cards";
import { PRESET_NAMES, type PresetName } from "@/server/evaluations/evaluations.schema";
import { PRESETS } from "@/server/evaluations/presets.schema";
import type { LaunchInput } from "./launch-input";
import { PRESET_WORDS } from "./preset-words";

/** Says at once which answers are drawn of which problems; whoever changes one of these has a protocol of their own. */
export function PresetChoice() {
  const { control, setValue } = useFormContext<LaunchInput>();
  const preset = useWatch({ control, name: "preset" });
  const choose = (name: PresetName): void => {
    setValue("preset", name);
    if (name === "custom") return;
    const { items, greedy, sampled } = PRESETS[name];
    const changed = { shouldValidate: true };
    setValue("items", items, changed);
    setValue("greedy", greedy, changed);
    setValue("sampled", sampled, changed);
  };
  return (
    <ChoiceCards
      legend="Preset"
      choices={PRESET_NAMES.map((value) => ({ value, ...PRESET_WORDS[value] }))}
      value={preset ?? null}
      onValueChange={choose}
      columns={2}
    />
  );
}
