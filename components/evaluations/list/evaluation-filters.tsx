"use client";

import { useQuery } from "@tanstack/react-query";
import { canWrite } from "@/components/runs/launch/initial-values";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { EVALUATION_SORTS, type EvaluationSort } from "@/server/evaluations/work/work.schema";
import { JOB_STATUSES } from "@/server/jobs/jobs.schema";
import { isFiltered, type EvaluationListSearch } from "./list-search";

interface EvaluationFiltersProps {
  readonly search: EvaluationListSearch;
  readonly onChange: (change: Partial<EvaluationListSearch>) => void;
}

const ALL = "all";
const any = (label: string) => ({ value: ALL, label }) as const;

const sortWords: Record<EvaluationSort, string> = {
  newest: "newest first",
  oldest: "oldest first",
  model: "by model",
  benchmark: "by benchmark",
  tokens: "most tokens first",
};

/** What is shown of the evaluations, and in which order. */
export function EvaluationFilters({ search, onChange }: EvaluationFiltersProps) {
  const trpc = useTRPC();
  const { data: models = [] } = useQuery(trpc.models.list.queryOptions(undefined, { staleTime: 60_000 }));
  const { data: sets = [] } = useQuery(
    trpc.problems.sets.list.queryOptions(undefined, { staleTime: 60_000 }),
  );
  const benchmarks = sets.filter(({ kind }) => kind === "benchmark");
  const chosen = (value: string): string | null => (value === ALL ? null : value);
  return (
    <search className="mb-3 grid grid-cols-2 items-end gap-x-4 gap-y-3 md:grid-cols-4">
      <Field label="Model">
        <Select
          options={[
            any("any"),
            ...models.filter(canWrite).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={search.model ?? ALL}
          onValueChange={(value) => {
            onChange({ model: chosen(value) });
          }}
        />
      </Field>
      <Field label="Benchmark">
        <Select
          options={[any("any"), ...benchmarks.map(({ id, name }) => ({ value: id, label: name }))]}
          value={search.benchmark ?? ALL}
          onValueChange={(value) => {
            onChange({ benchmark: chosen(value) });
          }}
        />
      </Field>
      <Field label="Status">
        <Select
          options={[any("any"), ...JOB_STATUSES.map((value) => ({ value, label: value }))]}
          value={search.status ?? ALL}
          onValueChange={(value) => {
            onChange({ status: value === ALL ? null : value });
          }}
        />
      </Field>
      <Field label="Order">
        <Select
          options={EVALUATION_SORTS.map((value) => ({ value, label: sortWords[value] }))}
          value={search.sort}
          onValueChange={(sort) => {
            onChange({ sort });
          }}
        />
      </Field>
      {isFiltered(search) ? (
        <div className="col-span-2 flex flex-wrap items-center gap-x-3 md:col-span-4">
          {search.batch === null ? null : (
            <span className="text-sm text-ink-soft">Only what was launched together.</span>
          )}
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              onChange({ model: null, benchmark: null, status: null, batch: null });
            }}
          >
            Show all evaluations
          </Button>
        </div>
      ) : null}
    </search>
  );
}
