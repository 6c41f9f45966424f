import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { formatInteger } from "@/components/ui/format";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { ProblemFilters } from "./problem-filters";
import type { SetDetail } from "./types";

export interface FilterBarProps {
  readonly set: SetDetail;
  readonly filters: ProblemFilters;
  /** Any change goes back to the first page. */
  readonly onChange: (change: Partial<ProblemFilters>) => void;
}

export function FilterBar({ set, filters, onChange }: FilterBarProps) {
  return (
    <search className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        <Field label="Text">
          <TextInput
            type="search"
            placeholder="Words of the statement, or an id"
            maxLength={200}
            value={filters.q}
            onChange={(event) => {
              onChange({ q: event.target.value });
            }}
          />
        </Field>
      </div>
      <Choice
        label="Level"
        values={set.levels}
        value={filters.level}
        onChange={(level) => onChange({ level })}
      />
      <Choice
        label="Subject"
        values={set.subjects}
        value={filters.subject}
        onChange={(subject) => onChange({ subject })}
      />
      {set.overlap === null && !filters.overlap ? null : (
        <div className="flex min-h-8 items-center">
          <Checkbox
            label={
              set.kind === "benchmark"
                ? "Only what sets that train have too"
                : "Only what benchmarks have too"
            }
            checked={filters.overlap}
            onCheckedChange={(overlap) => {
              onChange({ overlap });
            }}
          />
        </div>
      )}
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly values: SetDetail["levels"];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One value of a field, or all. Left out where the set has none. */
function Choice({ label, values, value, onChange }: ChoiceProps) {
  if (values.length === 0) return null;
  const options = values.map((each) => ({
    value: each.value,
    label: `${each.value} (${formatInteger(each.count)})`,
  }));
  return (
    <div className="min-w-0 basis-40">
      <Field label={label}>
        <Select options={[{ value: "", label: "All" }, ...options]} value={value} onValueChange={onChange} />
      </Field>
    </div>
  );
}
