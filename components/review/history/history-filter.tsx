"use client";

import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import { EVERYBODY, type HistorySearch } from "./history-params";

interface HistoryFilterProps {
  readonly person: string | null;
  readonly item: number | null;
  readonly onChange: (change: Partial<HistorySearch>) => void;
}

/** Whose acts, for those who see names, and on which item. */
export function HistoryFilter({ person, item, onChange }: HistoryFilterProps) {
  const trpc = useTRPC();
  const { me, can } = useMe();
  const admin = can("admin");
  const people = useQuery({ ...trpc.accounts.people.queryOptions(), enabled: admin });
  return (
    <search className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      {admin ? (
        <div className="w-56 max-w-full">
          <Field label="Person">
            <Select
              value={person ?? ""}
              options={[
                { value: EVERYBODY, label: "everybody" },
                ...(people.data ?? []).map(({ id, name }) => ({
                  value: id,
                  label: id === me?.id ? `${name} (you)` : name,
                })),
              ]}
              onValueChange={(next) => {
                onChange({ person: next === me?.id ? null : next });
              }}
            />
          </Field>
        </div>
      ) : null}
      <Field label="Item">
        <NumberInput
          value={item}
          min={1}
          placeholder="any"
          onValueChange={(next) => {
            onChange({ item: next });
          }}
        />
      </Field>
    </search>
  );
}
