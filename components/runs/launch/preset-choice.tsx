"use client";

import { useFormContext, useWatch } from "react-hook-form";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { matchingPreset, PRESET_IDS, PRESETS } from "./presets";

/** Sets all settings at once; none is marked once a person has changed one. */
export function PresetChoice() {
  const { control, setValue } = useFormContext<LaunchRunInput>();
  const config = useWatch({ control, name: "config" });
  const current = matchingPreset(config ?? {});
  return (
    <fieldset className="mb-3">
      <legend className="mb-2 font-medium">Settings</legend>
      <div className="grid border border-rule sm:grid-cols-2 sm:divide-x sm:divide-rule">
        {PRESET_IDS.map((id) => {
          const preset = PRESETS[id];
          return (
            <label
              key={id}
              className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 px-3 py-2.5 hover:bg-sunken has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="preset"
                value={id}
                checked={current === id}
                onChange={() => {
                  setValue("config", { ...preset.config }, { shouldValidate: true, shouldDirty: true });
                  setValue("problemCount", preset.problemCount, { shouldValidate: true, shouldDirty: true });
                }}
                className="mt-1 accent-accent"
              />
              <span className="font-medium">{preset.label}</span>
              <span className="col-start-2 text-sm text-ink-soft">{preset.help}</span>
            </label>
          );
        })}
      </div>
      <p className="mt-1 min-h-5 text-sm text-ink-soft">
        {current === null ? "Your own settings: see the stages below." : null}
      </p>
    </fieldset>
  );
}
