"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import type { SetSummary } from "@/components/problems/types";
import { useTRPC } from "@/components/trpc/client";
import { formatCount, formatInteger } from "@/components/ui/format";
import { Select } from "@/components/ui/select";
import { StatusMark } from "@/components/ui/status-mark";
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
  const open = chosen?.overlap?.open ?? 0;
  return (
    <>
      <RunFieldFrame
        path="problemSetId"
        help={
          !sets.some(isTrainable) ? (
            <NoSet />
          ) : open > 0 ? (
            <OpenMatches setId={setId} open={open} />
          ) : undefined
        }
      >
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

interface OpenMatchesProps {
  readonly setId: string;
  readonly open: number;
}

/** Why no run starts on the chosen set, and where to mend it. */
function OpenMatches({ setId, open }: OpenMatchesProps) {
  return (
    <StatusMark tone="warning">
      <span className="whitespace-normal">
        {formatCount(open, "match", "matches")} with benchmarks open: no run starts on the set until somebody{" "}
        <Link href={`/problems/${setId}/overlap?state=open`} className="link" prefetch={false}>
          decides on the overlap
        </Link>
        .
      </span>
    </StatusMark>
  );
}

function countHelp(set: SetSummary | undefined, count: unknown): string {
  const { help } = RUN_FIELDS.problemCount;
  if (set === undefined) return help;
  const leftOut = set.overlap?.leftOutProblems ?? 0;
  const there = set.problemCount - leftOut;
  const without = leftOut === 0 ? "" : `, ${formatInteger(leftOut)} left out because benchmarks have them`;
  return typeof count === "number" && count > there
    ? `The set has only ${formatInteger(there)}${without}; all of them are taken.`
    : `How many of the set's ${formatInteger(there)}${without} to take; the seed chooses which.`;
}

function optionOf(set: SetChoice) {
  const state = set.status === "ready" ? formatCount(set.problemCount, "problem") : set.status;
  return { value: set.id, label: `${set.name} (${state})`, disabled: !isTrainable(set) };
}
