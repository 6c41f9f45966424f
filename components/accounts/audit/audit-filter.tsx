"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { NOBODY } from "@/server/accounts/accounts.schema";
import { actionWords } from "./action-words";

const ANY = "(any)";

interface Choice {
  readonly person: string | null;
  readonly action: string | null;
}

interface AuditFilterProps {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly actions: readonly string[];
  readonly chosen: Choice;
  readonly onChoose: (chosen: Choice) => void;
}

/** By whom and what; what is chosen stays a choice, even where the log no longer has it. */
export function AuditFilter({ people, actions, chosen, onChoose }: AuditFilterProps) {
  const { person, action } = chosen;
  const names = [...people, { id: NOBODY, name: "nobody signed in" }];
  const persons =
    person === null || names.some(({ id }) => id === person)
      ? names
      : [...names, { id: person, name: person }];
  const doings = action === null || actions.includes(action) ? actions : [...actions, action];
  return (
    <div className="mb-4 grid max-w-xl gap-3 sm:grid-cols-2">
      <Field label="By">
        <Select
          value={person ?? ANY}
          options={[
            { value: ANY, label: "Anybody" },
            ...persons.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(value) => {
            onChoose({ person: value === ANY ? null : value, action });
          }}
        />
      </Field>
      <Field label="What">
        <Select
          value={action ?? ANY}
          options={[
            { value: ANY, label: "Anything" },
            ...doings.map((value) => ({ value, label: actionWords(value) })),
          ]}
          onValueChange={(value) => {
            onChoose({ person, action: value === ANY ? null : value });
          }}
        />
      </Field>
    </div>
  );
}
