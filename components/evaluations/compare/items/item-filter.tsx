import { Field } from "@/components/ui/field";
import { formatInteger } from "@/components/ui/format";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { ComparedItems } from "@/server/evaluations/comparison/comparison-view";
import { COMPARED_CELLS } from "@/server/evaluations/comparison/comparison.schema";
import { CELL_WORDS } from "../cell-words";
import { ChoiceButtons } from "../choice-buttons";
import type { CompareItemsSearch } from "../compare-search";

interface ItemFilterProps {
  readonly search: CompareItemsSearch;
  readonly found: ComparedItems;
  readonly onChange: (next: Partial<CompareItemsSearch>, history?: "push" | "replace") => void;
}

/** How the items came out, their level and subject, and words of them. */
export function ItemFilter({ search, found, onChange }: ItemFilterProps) {
  const cells = COMPARED_CELLS.flatMap((cell) => {
    const count = found.cells[cell];
    return count === undefined ? [] : [{ value: cell, label: `${CELL_WORDS[cell]} ${formatInteger(count)}` }];
  });
  return (
    <search className="my-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="basis-full">
        <ChoiceButtons
          label="How they came out"
          value={search.cell ?? "all"}
          options={[{ value: "all", label: "all" }, ...cells]}
          onChange={(value) => {
            onChange({ cell: value === "all" ? null : value });
          }}
        />
      </div>
      <div className="min-w-0 flex-1 basis-64">
        <Field label="Text">
          <TextInput
            type="search"
            placeholder="Words of the problem, its answer or id"
            maxLength={200}
            value={search.q}
            onChange={(event) => {
              onChange({ q: event.target.value }, "replace");
            }}
          />
        </Field>
      </div>
      <Choice
        label="Level"
        values={found.levels}
        value={search.level}
        onChange={(level) => {
          onChange({ level });
        }}
      />
      <Choice
        label="Subject"
        values={found.subjects}
        value={search.subject}
        onChange={(subject) => {
          onChange({ subject });
        }}
      />
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, values, value, onChange }: ChoiceProps) {
  if (values.length === 0) return null;
  return (
    <div className="min-w-0 flex-1 basis-36 sm:flex-none sm:basis-44">
      <Field label={label}>
        <Select
          options={[{ value: "", label: "All" }, ...values.map((each) => ({ value: each, label: each }))]}
          value={value ?? ""}
          onValueChange={(next) => {
            onChange(next === "" ? null : next);
          }}
        />
      </Field>
    </div>
  );
}
