"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { formatDateTime } from "@/components/ui/format";
import { runChoicesInput } from "./compare-search";

interface RunChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (runId: string) => void;
}

/** One of the newest runs. */
export function RunChoice({ label, value, onChange }: RunChoiceProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.runs.list.queryOptions(runChoicesInput));
  const runs = data?.items ?? [];
  const known = value === "" || runs.some(({ id }) => id === value);
  return (
    <Field label={label}>
      <Select
        placeholder="Choose a run"
        options={[
          ...(known ? [] : [{ value, label: value }]),
          ...runs.map(({ id, name, createdAt }) => ({
            value: id,
            label: `${name} (${formatDateTime(createdAt)})`,
          })),
        ]}
        value={value}
        onValueChange={onChange}
      />
    </Field>
  );
}
