"use client";

import { ITEM_KINDS, OUTCOMES, type ItemFilter } from "@/server/review/review.schema";
import { STAGES } from "@/server/sphere/io";
import { BUCKETS } from "@/server/sphere/types";
import { BUCKET_WORDS, KIND_WORDS, MACHINE_WORDS, OUTCOME_WORDS, STAGE_WORDS } from "../words";
import { ChoiceField } from "./choice-field";
import type { FilterChoices } from "./filter-choices";
import { RangeField } from "./range-field";

export interface FilterFieldsProps {
  readonly filter: ItemFilter;
  readonly choices: FilterChoices;
  readonly onChange: (change: Partial<ItemFilter>) => void;
}

const inWords = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

/** Every field of a filter but the text; what no item has is not offered. */
export function FilterFields({ filter, choices, onChange }: FilterFieldsProps) {
  return (
    <div className="grid grid-cols-2 sm:grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] items-end gap-x-4 gap-y-3">
      <ChoiceField
        label="Kind"
        choices={inWords(ITEM_KINDS, KIND_WORDS)}
        value={filter.kind}
        onChange={(kind) => {
          onChange({ kind });
        }}
      />
      <ChoiceField
        label="Run"
        choices={choices.runs}
        value={filter.runId}
        onChange={(runId) => {
          onChange({ runId });
        }}
      />
      <ChoiceField
        label="Stage"
        choices={inWords(STAGES, STAGE_WORDS)}
        value={filter.stage}
        onChange={(stage) => {
          onChange({ stage });
        }}
      />
      <ChoiceField
        label="Verdict"
        choices={inWords(OUTCOMES, OUTCOME_WORDS)}
        value={filter.outcome}
        onChange={(outcome) => {
          onChange({ outcome });
        }}
      />
      <ChoiceField
        label="Bucket"
        choices={inWords(BUCKETS, BUCKET_WORDS)}
        value={filter.bucket}
        onChange={(bucket) => {
          onChange({ bucket });
        }}
      />
      <OfferedField
        label="Level"
        choices={choices.levels}
        value={filter.level}
        onChange={(level) => {
          onChange({ level });
        }}
      />
      <OfferedField
        label="Subject"
        choices={choices.subjects}
        value={filter.subject}
        onChange={(subject) => {
          onChange({ subject });
        }}
      />
      <ChoiceField
        label="Rules"
        choices={inWords(["accepted", "refused"] as const, MACHINE_WORDS)}
        value={filter.machine}
        onChange={(machine) => {
          onChange({ machine });
        }}
      />
      <OfferedField
        label="Decided by"
        choices={choices.annotators}
        value={filter.annotatorId}
        onChange={(annotatorId) => {
          onChange({ annotatorId });
        }}
      />
      <OfferedField
        label="Reason"
        choices={choices.reasons}
        value={filter.reason}
        onChange={(reason) => {
          onChange({ reason });
        }}
      />
      <div className="col-span-2">
        <RangeField
          label="Margin"
          from={filter.marginMin}
          to={filter.marginMax}
          max={1}
          step={0.05}
          onChange={({ from, to }) => {
            onChange({ marginMin: from, marginMax: to });
          }}
        />
      </div>
      <div className="col-span-2">
        <RangeField
          label="Length in characters"
          from={filter.lengthMin}
          to={filter.lengthMax}
          step={100}
          onChange={({ from, to }) => {
            onChange({ lengthMin: from, lengthMax: to });
          }}
        />
      </div>
    </div>
  );
}

/** A choice that is left out where there is nothing to choose. */
function OfferedField(props: Parameters<typeof ChoiceField<string>>[0]) {
  return props.choices.length === 0 && props.value === null ? null : <ChoiceField {...props} />;
}
