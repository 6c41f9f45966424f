"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

const ANY = "";

export interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
}

/** One value of a field, or any. A value that is no choice any more is shown as it is. */
export function ChoiceField<T extends string>({ label, choices, value, onChange }: ChoiceFieldProps<T>) {
  const known = value === null || choices.some((choice) => choice.value === value);
  return (
    <Field label={label}>
      <Select<T | typeof ANY>
        options={[{ value: ANY, label: "any" }, ...choices, ...(known ? [] : [{ value, label: value }])]}
        value={value ?? ANY}
        onValueChange={(next) => {
          onChange(next === ANY ? null : next);
        }}
      />
    </Field>
  );
}
