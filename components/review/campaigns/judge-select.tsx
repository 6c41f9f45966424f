"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Select } from "@/components/ui/select";

const NONE = "";

interface JudgeSelectProps {
  readonly value: string | null;
  readonly onChange: (modelId: string | null) => void;
  readonly disabled?: boolean;
}

/** A model that can be asked, or none. Stands in a Field. */
export function JudgeSelect({ value, onChange, disabled = false }: JudgeSelectProps) {
  const trpc = useTRPC();
  const { data: models = [] } = useQuery(trpc.models.list.queryOptions(undefined, { staleTime: 60_000 }));
  return (
    <Select
      disabled={disabled}
      value={value ?? NONE}
      options={[
        { value: NONE, label: "none" },
        ...models.map(({ id, name, status }) => ({
          value: id,
          label: status === "ready" ? name : `${name} (${status.replaceAll("-", " ")})`,
          disabled: status !== "ready" && id !== value,
        })),
      ]}
      onValueChange={(next) => {
        onChange(next === NONE ? null : next);
      }}
    />
  );
}
