"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { useTRPC } from "@/components/trpc/client";
import { formatCount, formatInteger } from "@/components/ui/format";
import { Select } from "@/components/ui/select";
import { ErrorState } from "@/components/ui/states";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { RUN_FIELDS } from "../run-fields";
import { isTrainable, type SetChoice } from "./initial-values";
import { NumberField } from "./number-field";
import { RunFieldFrame } from "./run-field";

/** Which set, and how many of its problems. Benchmarks are not offered. */
export function ProblemFields() {
  const trpc = useTRPC();
  const { control } = useFormContext<LaunchRunInput>();
  const [setId, count] = useWatch({ control, name: ["problemSetId", "problemCount"] });
  const query = useQuery(trpc.problems.sets.list.queryOptions());
  if (query.error !== null && query.data === undefined) {
    return (
      <div className="md:col-span-2">
        <ErrorState
          title="The problem sets could not be read"
          error={query.error}
          onRetry={() => {
            query.refetch().catch(() => undefined);
          }}
          retrying={query.isFetching}
        />
      </div>
    );
  }
  const sets = (query.data ?? []).filter(({ kind }) => kind !== "benchmark");
  const chosen = sets.find(({ id }) => id === setId);
  return (
    <>
      <RunFieldFrame path="problemSetId" help={sets.some(isTrainable) ? undefined : <NoSet />}>
        <Controller
          control={control}
          name="problemSetId"
          render={({ field }) => (
            <Select
              name={field.name}
              ref={field.ref}
              onBlur={field.onBlur}
              value={field.value}
              onValueChange={field.onChange}
              placeholder="Choose a problem set"
              options={sets.map(optionOf)}
            />
          )}
        />
      </RunFieldFrame>
      <NumberField path="problemCount" help={countHelp(chosen, count)} />
    </>
  );
}

function NoSet() {
  return (
    <>
      {RUN_FIELDS.problemSetId.help}{" "}
      <Link href="/problems" className="link">
        No set is ready: make or import one.
      </Link>
    </>
  );
}

function countHelp(set: SetChoice | undefined, count: unknown): string {
  const { help } = RUN_FIELDS.problemCount;
  if (set === undefined) return help;
  return typeof count === "number" && count > set.problemCount
    ? `The set has only ${formatInteger(set.problemCount)}; all of them are taken.`
    : `How many of the set's ${formatInteger(set.problemCount)} to take; the seed chooses which.`;
}

function optionOf(set: SetChoice) {
  const state = set.status === "ready" ? formatCount(set.problemCount, "problem") : set.status;
  return { value: set.id, label: `${set.name} (${state})`, disabled: !isTrainable(set) };
}
