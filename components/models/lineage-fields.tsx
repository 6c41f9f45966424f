"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import type { Lineage } from "@/server/models/models.schema";
import type { Model } from "./types";
import { useModels } from "./use-models";

export type LineageField = "parentModelId" | "round" | "runIds";
export const LINEAGE_FIELDS: readonly LineageField[] = ["parentModelId", "round", "runIds"];

interface LineageFieldsProps {
  /** Null: it is no checkpoint. */
  readonly value: Lineage | null;
  readonly onChange: (value: Lineage | null) => void;
  readonly errorOf: (field: LineageField) => string | null | undefined;
  /** Which models it can have been trained from; default every one that writes. */
  readonly mayBeParent?: (model: Model) => boolean;
}

const everyOne = (): boolean => true;
const NOTHING: Lineage = { parentModelId: "", round: 1, runIds: [] };

/** Whether a model is a checkpoint, and then of which model, in which round, trained on the pairs of which runs. */
export function LineageFields({ value, onChange, errorOf, mayBeParent = everyOne }: LineageFieldsProps) {
  const { data: models = [] } = useModels();
  const parents = models.filter((model) => model.kind !== "prm" && mayBeParent(model));
  if (parents.length === 0) return null;
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="sr-only">Where it comes from</legend>
      <Checkbox
        label="This is a checkpoint: it was trained from another model of the list"
        checked={value !== null}
        onCheckedChange={(checked) => {
          onChange(checked ? NOTHING : null);
        }}
      />
      {value === null ? null : (
        <div className="flex flex-col gap-4 border-l-2 border-rule pl-4">
          <Field label="Trained from" error={errorOf("parentModelId")}>
            <Select
              placeholder="Choose a model"
              value={value.parentModelId}
              options={parents.map(({ id, name }) => ({ value: id, label: name }))}
              onValueChange={(parentModelId) => {
                const parent = parents.find(({ id }) => id === parentModelId);
                onChange({ ...value, parentModelId, round: (parent?.round ?? 0) + 1 });
              }}
            />
          </Field>
          <Field label="Round" help="1 is the first that was trained from the base." error={errorOf("round")}>
            <NumberInput
              value={value.round}
              min={1}
              max={1_000}
              onValueChange={(round) => {
                onChange({ ...value, round: round ?? 1 });
              }}
            />
          </Field>
          <TrainingRuns value={value} onChange={onChange} error={errorOf("runIds")} />
        </div>
      )}
    </fieldset>
  );
}

interface TrainingRunsProps {
  readonly value: Lineage;
  readonly onChange: (value: Lineage) => void;
  readonly error: string | null | undefined;
}

/** The runs whose pairs trained it, those of its parent first. */
function TrainingRuns({ value, onChange, error }: TrainingRunsProps) {
  const trpc = useTRPC();
  const { data: runs = [] } = useQuery(trpc.models.trainingRuns.queryOptions());
  const ofParent = (run: (typeof runs)[number]): number => Number(run.policyModelId === value.parentModelId);
  const sorted = runs.toSorted((a, b) => ofParent(b) - ofParent(a));
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">
        Runs whose pairs trained it <span className="font-normal text-ink-faint">(optional)</span>
      </legend>
      {sorted.length === 0 ? (
        <p className="text-sm text-ink-soft">No run has made pairs yet.</p>
      ) : (
        <ul className="mt-1 max-h-40 overflow-auto border-y border-rule py-1">
          {sorted.map((run) => (
            <li key={run.id} className="py-0.5 wrap-anywhere">
              <Checkbox
                label={run.name}
                checked={value.runIds.includes(run.id)}
                onCheckedChange={(checked) => {
                  const others = value.runIds.filter((id) => id !== run.id);
                  onChange({ ...value, runIds: checked ? [...others, run.id] : others });
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {error === null || error === undefined ? null : <p className="text-sm text-danger">{error}</p>}
    </fieldset>
  );
}
