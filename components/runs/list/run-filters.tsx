"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { RUN_KINDS, RUN_STATUSES } from "@/server/runs/runs.schema";
import { RUN_SORTS, type RunSort } from "@/server/runs/steering.schema";
import { KIND_WORDS } from "../run-words";
import { DRY_RUNS, isFiltered, type RunListSearch } from "./run-list-search";

interface RunFiltersProps {
  readonly search: RunListSearch;
  readonly onChange: (change: Partial<RunListSearch>) => void;
  /** Waits for typing to stop. */
  readonly onType: (q: string) => void;
}

const ALL = "all";
const any = (label: string) => ({ value: ALL, label }) as const;

const sortWords: Record<RunSort, string> = {
  newest: "newest first",
  oldest: "oldest first",
  name: "by name",
  tokens: "most tokens first",
  pairs: "most pairs first",
};
const dryWords: Record<(typeof DRY_RUNS)[number], string> = {
  without: "left out",
  with: "shown too",
  only: "only these",
};

/** What is shown of the runs, and in which order. */
export function RunFilters({ search, onChange, onType }: RunFiltersProps) {
  const trpc = useTRPC();
  const { data: models = [] } = useQuery(trpc.models.list.queryOptions(undefined, { staleTime: 60_000 }));
  return (
    <search className="mb-3 grid grid-cols-2 items-end gap-x-4 gap-y-3 md:grid-cols-[minmax(0,2fr)_repeat(5,minmax(0,1fr))]">
      <div className="col-span-2 min-w-0 md:col-span-1">
        <Field label="Text">
          <TextInput
            type="search"
            placeholder="Part of a name or id"
            maxLength={200}
            value={search.q}
            onChange={(event) => {
              onType(event.target.value);
            }}
          />
        </Field>
      </div>
      <Field label="Status">
        <Select
          options={[any("any"), ...RUN_STATUSES.map((value) => ({ value, label: value }))]}
          value={search.status ?? ALL}
          onValueChange={(value) => {
            onChange({ status: value === ALL ? null : value });
          }}
        />
      </Field>
      <Field label="Kind">
        <Select
          options={[any("any"), ...RUN_KINDS.map((value) => ({ value, label: KIND_WORDS[value].label }))]}
          value={search.kind ?? ALL}
          onValueChange={(value) => {
            onChange({ kind: value === ALL ? null : value });
          }}
        />
      </Field>
      <Field label="Model">
        <Select
          options={[any("any"), ...models.map(({ id, name }) => ({ value: id, label: name }))]}
          value={search.model ?? ALL}
          onValueChange={(value) => {
            onChange({ model: value === ALL ? null : value });
          }}
        />
      </Field>
      <Field label="Dry runs">
        <Select
          options={DRY_RUNS.map((value) => ({ value, label: dryWords[value] }))}
          value={search.dry}
          onValueChange={(dry) => {
            onChange({ dry });
          }}
        />
      </Field>
      <Field label="Order">
        <Select
          options={RUN_SORTS.map((value) => ({ value, label: sortWords[value] }))}
          value={search.sort}
          onValueChange={(sort) => {
            onChange({ sort });
          }}
        />
      </Field>
      {isFiltered(search) ? (
        <div className="col-span-2 md:col-span-6">
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              onChange({ q: "", status: null, kind: null, model: null, dry: "without" });
            }}
          >
            Show all runs
          </Button>
        </div>
      ) : null}
    </search>
  );
}
