"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

export interface FilterTextProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Words to look for. Spaces at the ends are kept while typing, and are not part of the filter. */
export function FilterText({ value, onChange }: FilterTextProps) {
  const [typed, setTyped] = useState(value ?? "");
  return (
    <Field label="Text">
      <TextInput
        type="search"
        placeholder="Words of the problem, a chain or the explanation"
        maxLength={200}
        value={typed.trim() === (value ?? "") ? typed : (value ?? "")}
        onChange={(event) => {
          setTyped(event.target.value);
          const text = event.target.value.trim();
          onChange(text === "" ? null : text);
        }}
      />
    </Field>
  );
}
