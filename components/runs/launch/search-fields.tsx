"use client";

import { useQuery } from "@tanstack/react-query";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { useTRPC } from "@/components/trpc/client";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { DEFAULT_SPHERE_CONFIG, SCORERS, type Scorer } from "@/server/sphere/config";
import { RUN_FIELDS } from "../run-fields";
import { MODE_WORDS, SCORER_WORDS } from "../run-words";
import { ChoiceCards } from "./choice-cards";
import { canScore, isUsable } from "./initial-values";
import { proposeMode } from "./propose-mode";
import { ScorerModelField } from "./scorer-model-field";

const MODES = (["omega", "two-path", "uct"] as const).map((value) => {
  const { label, what, when } = MODE_WORDS[value];
  return { value, label, lines: [what, when] };
});

const scorers = SCORERS.map((value) => ({
  value,
  label: SCORER_WORDS[value].label,
  lines: [SCORER_WORDS[value].what],
}));

/** How stage 1 searches and what values its steps. Choosing a scorer proposes the search that goes with it. */
export function SearchFields() {
  const trpc = useTRPC();
  const { control, getValues, setValue } = useFormContext<LaunchRunInput>();
  const { data: models = [] } = useQuery(trpc.models.list.queryOptions());
  const scorer = useWatch({ control, name: "config.scorer" }) ?? DEFAULT_SPHERE_CONFIG.scorer;
  const chooseScorer = (next: Scorer): void => {
    const mode = getValues("config.mode") ?? DEFAULT_SPHERE_CONFIG.mode;
    setValue("config.scorer", next, { shouldDirty: true });
    setValue("config.mode", proposeMode(mode, next), { shouldDirty: true });
    if (SCORER_WORDS[next].model === "none") return;
    const able = models.filter((model) => canScore(model, next));
    if (able.some(({ id }) => id === getValues("scorerModelId"))) return;
    const first = SCORER_WORDS[next].model === "required" ? able.find(isUsable) : undefined;
    setValue("scorerModelId", first?.id ?? null, { shouldDirty: true, shouldValidate: true });
  };
  return (
    <div className="mt-6 flex flex-col gap-5">
      <Controller
        control={control}
        name="config.mode"
        render={({ field, fieldState }) => (
          <ChoiceCards
            legend={RUN_FIELDS["config.mode"].label}
            help={RUN_FIELDS["config.mode"].help}
            choices={MODES}
            value={field.value ?? null}
            onValueChange={field.onChange}
            columns={3}
            error={fieldState.error?.message ?? null}
          />
        )}
      />
      <Controller
        control={control}
        name="config.scorer"
        render={({ field, fieldState }) => (
          <ChoiceCards
            legend={RUN_FIELDS["config.scorer"].label}
            help={RUN_FIELDS["config.scorer"].help}
            choices={scorers}
            value={field.value ?? null}
            onValueChange={chooseScorer}
            columns={3}
            error={fieldState.error?.message ?? null}
          />
        )}
      />
      {SCORER_WORDS[scorer].model === "none" ? null : <ScorerModelField scorer={scorer} />}
    </div>
  );
}
