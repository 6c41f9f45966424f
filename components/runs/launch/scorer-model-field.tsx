"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Controller, useFormContext } from "react-hook-form";
import { useTRPC } from "@/components/trpc/client";
import { Select } from "@/components/ui/select";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import type { Scorer } from "@/server/sphere/config";
import { RUN_FIELDS } from "../run-fields";
import { SCORER_WORDS } from "../run-words";
import { canScore, isUsable } from "./initial-values";
import { modelOption } from "./model-option";
import { RunFieldFrame } from "./run-field";

const NONE = "none";

/** Which model values the steps; only those that can are offered. */
export function ScorerModelField({ scorer }: { readonly scorer: Scorer }) {
  const trpc = useTRPC();
  const { control } = useFormContext<LaunchRunInput>();
  const query = useQuery(trpc.models.list.queryOptions());
  const models = (query.data ?? []).filter((model) => canScore(model, scorer));
  const optional = SCORER_WORDS[scorer].model === "optional";
  const none = optional ? [{ value: NONE, label: "None: the policy judges itself" }] : [];
  const known = (id: string | null | undefined): string =>
    models.some((model) => model.id === id) ? (id ?? "") : optional ? NONE : "";
  return (
    <div className="max-w-md">
      <RunFieldFrame
        path="scorerModelId"
        help={
          optional || query.data === undefined || models.some(isUsable) ? undefined : (
            <>
              {RUN_FIELDS.scorerModelId.help}{" "}
              <Link href="/models" className="link">
                No process reward model is ready: add one.
              </Link>
            </>
          )
        }
      >
        <Controller
          control={control}
          name="scorerModelId"
          render={({ field }) => (
            <Select
              name={field.name}
              ref={field.ref}
              onBlur={field.onBlur}
              value={known(field.value)}
              onValueChange={(value) => {
                field.onChange(value === NONE ? null : value);
              }}
              placeholder="Choose the scorer model"
              options={[...none, ...models.map(modelOption)]}
            />
          )}
        />
      </RunFieldFrame>
    </div>
  );
}
