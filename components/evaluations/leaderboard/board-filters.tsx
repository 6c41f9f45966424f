import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Leaderboard } from "@/server/evaluations/leaderboard/board-view";
import { BOARD_METRICS } from "@/server/evaluations/leaderboard/leaderboard.schema";
import type { BoardSearch } from "./board-search";
import { METRIC_WORDS } from "./board-words";

interface BoardFiltersProps {
  readonly search: BoardSearch;
  /** What there is to choose from; undefined while it is read. */
  readonly board: Pick<Leaderboard, "families" | "benchmarks"> | undefined;
  readonly onChange: (change: Partial<BoardSearch>) => void;
  /** Waits for typing to stop. */
  readonly onType: (q: string) => void;
}

const ALL = "all";

/** What is ranked, and which rows and columns are seen. */
export function BoardFilters({ search, board, onChange, onType }: BoardFiltersProps) {
  return (
    <search
      aria-label="What is shown"
      className="mb-4 grid grid-cols-2 items-end gap-x-4 gap-y-3 md:grid-cols-[minmax(0,1.4fr)_repeat(3,minmax(0,1fr))_auto]"
    >
      <Field label="Text">
        <TextInput
          type="search"
          placeholder="Part of a model's name"
          maxLength={200}
          value={search.q}
          onChange={(event) => {
            onType(event.target.value);
          }}
        />
      </Field>
      <Field label="Number">
        <Select
          value={search.metric}
          options={BOARD_METRICS.map((value) => ({ value, label: METRIC_WORDS[value] }))}
          onValueChange={(metric) => {
            // The groups chosen are of another pass's keys.
            onChange({ metric, groups: [] });
          }}
        />
      </Field>
      <Field label="Family">
        <Select
          value={search.family ?? ALL}
          options={[
            { value: ALL, label: "All families" },
            ...(board?.families ?? []).map(({ id, name, models }) => ({
              value: id,
              label: `${name} (${String(models)})`,
            })),
          ]}
          onValueChange={(value) => {
            onChange({ family: value === ALL ? null : value });
          }}
        />
      </Field>
      <Field label="Benchmark">
        <Select
          value={search.benchmark ?? ALL}
          options={[
            { value: ALL, label: "All benchmarks" },
            ...(board?.benchmarks ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValueChange={(value) => {
            onChange({ benchmark: value === ALL ? null : value });
          }}
        />
      </Field>
      <div className="col-span-2 flex flex-wrap gap-x-5 gap-y-1 md:col-span-1 md:flex-col">
        <Checkbox
          label="Only finished"
          checked={search.finished}
          onCheckedChange={(finished) => {
            onChange({ finished });
          }}
        />
        <Checkbox
          label="One by one"
          checked={search.flat}
          onCheckedChange={(flat) => {
            onChange({ flat });
          }}
        />
      </div>
    </search>
  );
}
