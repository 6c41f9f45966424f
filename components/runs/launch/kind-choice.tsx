"use client";

import { Controller, useFormContext } from "react-hook-form";
import { RUN_KINDS, type LaunchRunInput } from "@/server/runs/runs.schema";
import { RUN_FIELDS } from "../run-fields";
import { KIND_WORDS } from "../run-words";
import { ChoiceCards } from "./choice-cards";

const choices = RUN_KINDS.map((value) => {
  const { label, what, when } = KIND_WORDS[value];
  return { value, label, lines: [what, when] };
});

/** The method, or one of the baselines. */
export function KindChoice() {
  const { control } = useFormContext<LaunchRunInput>();
  const { label, help } = RUN_FIELDS.kind;
  return (
    <Controller
      control={control}
      name="kind"
      render={({ field, fieldState }) => (
        <ChoiceCards
          legend={label}
          help={help}
          choices={choices}
          value={field.value ?? null}
          onValueChange={field.onChange}
          columns={3}
          error={fieldState.error?.message ?? null}
        />
      )}
    />
  );
}
