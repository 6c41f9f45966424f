"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatInteger } from "@/components/ui/format";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Protocol } from "@/server/evaluations/evaluations.schema";
import { ITEM_OUTCOMES, type ItemOutcome } from "@/server/evaluations/reading/reading.schema";
import type { EvaluationItems } from "@/server/evaluations/reading/items.service";
import { isItemFiltered, type ItemSearch } from "../live/evaluation-search";
import { OUTCOME_WORDS } from "./outcome-words";

interface ItemFiltersProps {
  readonly protocol: Protocol;
  readonly search: ItemSearch;
  /** What was found; undefined while it is read for the first time. */
  readonly found: EvaluationItems | undefined;
  readonly onChange: (change: Partial<ItemSearch>) => void;
  /** Waits for typing to stop. */
  readonly onType: (q: string) => void;
}

const ALL = "all";
const any = (label: string) => ({ value: ALL, label }) as const;

/** What is shown of the items. */
export function ItemFilters({ protocol, search, found, onChange, onType }: ItemFiltersProps) {
  const both = protocol.greedy && protocol.sampled !== null;
  const outcomes = ITEM_OUTCOMES.filter(
    (outcome) => outcome !== "mixed" || (protocol.sampled !== null && search.pass !== "greedy"),
  );
  return (
    <search className="mb-3 grid grid-cols-2 items-end gap-x-4 gap-y-3 md:grid-cols-5">
      <div className="col-span-2 min-w-0 md:col-span-1">
        <Field label="Text">
          <TextInput
            type="search"
            placeholder="In the problem"
            maxLength={200}
            value={search.q}
            onChange={(event) => {
              onType(event.target.value);
            }}
          />
        </Field>
      </div>
      {both ? (
        <Field label="Answers">
          <Select
            options={[
              any("of both passes"),
              { value: "greedy", label: "greedy" },
              { value: "sampled", label: "sampled" },
            ]}
            value={search.pass ?? ALL}
            onValueChange={(value) => {
              onChange({ pass: value === ALL ? null : value });
            }}
          />
        </Field>
      ) : null}
      <Field label="Outcome">
        <Select
          options={[
            any("any"),
            ...outcomes.map((value) => ({ value, label: withCount(value, found?.counts[value] ?? null) })),
          ]}
          value={search.outcome ?? ALL}
          onValueChange={(value) => {
            onChange({ outcome: value === ALL ? null : value });
          }}
        />
      </Field>
      <Choice
        label="Level"
        values={found?.levels ?? []}
        value={search.level}
        onChange={(level) => {
          onChange({ level });
        }}
      />
      <Choice
        label="Subject"
        values={found?.subjects ?? []}
        value={search.subject}
        onChange={(subject) => {
          onChange({ subject });
        }}
      />
      {isItemFiltered(search) ? (
        <div className="col-span-2 md:col-span-5">
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              onChange({ outcome: null, pass: null, level: null, subject: null, q: "" });
            }}
          >
            Show all items
          </Button>
        </div>
      ) : null}
    </search>
  );
}

function withCount(outcome: ItemOutcome, count: number | null): string {
  return count === null ? OUTCOME_WORDS[outcome] : `${OUTCOME_WORDS[outcome]} (${formatInteger(count)})`;
}

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Nothing where the benchmark does not tell it. */
function Choice({ label, values, value, onChange }: ChoiceProps) {
  if (values.length === 0 && value === null) return null;
  const known = value === null || values.includes(value) ? values : [value, ...values];
  return (
    <Field label={label}>
      <Select
        options={[{ value: "", label: "any" }, ...known.map((each) => ({ value: each, label: each }))]}
        value={value ?? ""}
        onValueChange={(next) => {
          onChange(next === "" ? null : next);
        }}
      />
    </Field>
  );
}
