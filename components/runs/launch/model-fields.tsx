"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Controller, useFormContext } from "react-hook-form";
import { useTRPC } from "@/components/trpc/client";
import { Select } from "@/components/ui/select";
import { ErrorState } from "@/components/ui/states";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { RUN_FIELDS } from "../run-fields";
import { canWrite, isUsable } from "./initial-values";
import { modelOption } from "./model-option";
import { RunFieldFrame } from "./run-field";
import { useUsedFields } from "./use-used-fields";

const NONE = "none";
const DOWNLOAD_MS = 3_000;

/** Policy and small model, each with how it stands; one that is not there can be seen but not chosen. */
export function ModelFields() {
  const trpc = useTRPC();
  const { control } = useFormContext<LaunchRunInput>();
  const used = useUsedFields();
  const query = useQuery(
    trpc.models.list.queryOptions(undefined, {
      refetchInterval: ({ state }) =>
        state.data?.some(({ status }) => status === "downloading") ? DOWNLOAD_MS : false,
    }),
  );
  const models = (query.data ?? []).filter(canWrite);
  if (query.error !== null && query.data === undefined) {
    return (
      <div className="md:col-span-2">
        <ErrorState
          title="The models could not be read"
          error={query.error}
          onRetry={() => {
            query.refetch().catch(() => undefined);
          }}
          retrying={query.isFetching}
        />
      </div>
    );
  }
  const options = models.map(modelOption);
  const none = models.some(isUsable) ? null : <NoModel />;
  return (
    <>
      <RunFieldFrame path="policyModelId" help={none ?? undefined}>
        <Controller
          control={control}
          name="policyModelId"
          render={({ field }) => (
            <Select
              name={field.name}
              ref={field.ref}
              onBlur={field.onBlur}
              value={field.value}
              onValueChange={field.onChange}
              placeholder="Choose the policy"
              options={options}
            />
          )}
        />
      </RunFieldFrame>
      {used.has("smallModelId") ? (
        <RunFieldFrame path="smallModelId">
          <Controller
            control={control}
            name="smallModelId"
            render={({ field }) => (
              <Select
                name={field.name}
                ref={field.ref}
                onBlur={field.onBlur}
                value={field.value ?? NONE}
                onValueChange={(value) => {
                  field.onChange(value === NONE ? null : value);
                }}
                options={[{ value: NONE, label: "None: the policy varies itself" }, ...options]}
              />
            )}
          />
        </RunFieldFrame>
      ) : null}
    </>
  );
}

function NoModel() {
  return (
    <>
      {RUN_FIELDS.policyModelId.help}{" "}
      <Link href="/models" className="link">
        No model is ready: download or add one.
      </Link>
    </>
  );
}
