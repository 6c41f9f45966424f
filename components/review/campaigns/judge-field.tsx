"use client";

import { Controller, useFormContext, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/field";
import type { CampaignInput } from "@/server/review/campaigns.schema";
import { JudgeSelect } from "./judge-select";

/** The model whose opinion is shown as a suggestion; blind campaigns show none. */
export function JudgeField() {
  const { control } = useFormContext<CampaignInput>();
  const blind = useWatch({ control, name: "blind" }) === true;
  return (
    <Field
      label="Judge model"
      optional
      disabled={blind}
      help={
        blind
          ? "Blind campaigns show no suggestion."
          : "A model that says which side it prefers, and how surely; shown as a suggestion."
      }
    >
      <Controller
        control={control}
        name="judgeModelId"
        render={({ field }) => (
          <JudgeSelect
            value={blind ? null : (field.value ?? null)}
            onChange={field.onChange}
            disabled={blind}
          />
        )}
      />
    </Field>
  );
}
