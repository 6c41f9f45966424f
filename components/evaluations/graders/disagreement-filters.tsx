"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SHOWN_STATES, type GradersSearch } from "./graders-search";

interface DisagreementFiltersProps {
  readonly search: GradersSearch;
  readonly onChange: (change: Partial<GradersSearch>) => void;
}

const ANY = "any";
const stateWords: Readonly<Record<GradersSearch["state"], string>> = {
  open: "to settle",
  settled: "settled",
  all: "all",
};

export function DisagreementFilters({ search, onChange }: DisagreementFiltersProps) {
  const trpc = useTRPC();
  const { data: sets = [] } = useQuery(
    trpc.problems.sets.list.queryOptions(undefined, { staleTime: 60_000 }),
  );
  const benchmarks = sets.filter(({ kind }) => kind === "benchmark");
  return (
    <search className="mb-3 grid grid-cols-2 items-end gap-x-4 gap-y-3 md:grid-cols-4">
      <Field label="Answers">
        <Select
          options={SHOWN_STATES.map((value) => ({ value, label: stateWords[value] }))}
          value={search.state}
          onValueChange={(state) => {
            onChange({ state });
          }}
        />
      </Field>
      <Field label="Benchmark">
        <Select
          options={[
            { value: ANY, label: "any" },
            ...benchmarks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={search.benchmark ?? ANY}
          onValueChange={(value) => {
            onChange({ benchmark: value === ANY ? null : value });
          }}
        />
      </Field>
      <div className="col-span-2 pb-1">
        <Checkbox
          label="Also where all call it wrong, for other reasons"
          checked={search.readings}
          onCheckedChange={(readings) => {
            onChange({ readings });
          }}
        />
      </div>
    </search>
  );
}
