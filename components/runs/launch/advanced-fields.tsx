"use client";

import type { ReactNode } from "react";
import { get, useFormState, useWatch, useFormContext } from "react-hook-form";
import { StageMark } from "@/components/ui/marks";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { fieldsOf, type FieldGroup, type RunFieldPath } from "../run-fields";
import { NumberField } from "./number-field";
import { isSwitchPath, SwitchField, type SwitchPath } from "./switch-field";
import { useUsedFields } from "./use-used-fields";

/** The method's parameters that the run reads, folded by stage. */
export function AdvancedFields() {
  const { control } = useFormContext<LaunchRunInput>();
  const baseline = useWatch({ control, name: "kind" }) !== "sphere";
  return (
    <div className="mt-8 border-t border-rule">
      <Group
        group="self-generation"
        title={baseline ? "Sampling" : <StageMark stage="self-generation" explain={false} />}
      />
      <Group
        group="self-correction"
        title={<StageMark stage="self-correction" explain={false} />}
        stage="config.selfCorrection"
      />
      <Group
        group="diversity-induction"
        title={<StageMark stage="diversity-induction" explain={false} />}
        stage="config.diversityInduction"
      />
      <Group group="pairs" title={baseline ? "What is kept" : "Which pairs are kept"} />
    </div>
  );
}

interface GroupProps {
  readonly group: FieldGroup;
  readonly title: ReactNode;
  /** The switch that the whole group hangs on. */
  readonly stage?: SwitchPath;
}

function Group({ group, title, stage }: GroupProps) {
  const { errors } = useFormState<LaunchRunInput>();
  const used = useUsedFields();
  const shown = fieldsOf(group).filter((path) => used.has(path));
  const rest = shown.filter((path) => path !== stage);
  const switches = rest.filter(isSwitchPath);
  const numbers = rest.filter((path: RunFieldPath) => !isSwitchPath(path));
  const faulty = shown.some((path) => get(errors, path) !== undefined);
  if (shown.length === 0) return null;
  return (
    <details className="border-b border-rule" open={faulty || undefined}>
      <summary className="py-2.5 font-medium hover:text-accent">
        <span className="ml-1 inline-flex items-baseline gap-3">
          {title}
          {stage !== undefined && rest.length === 0 ? (
            <span className="text-sm font-normal text-ink-soft">left out</span>
          ) : null}
        </span>
      </summary>
      <div className="flex flex-col gap-5 pt-1 pb-5">
        {stage === undefined ? null : <SwitchField path={stage} />}
        {numbers.length === 0 ? null : (
          <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2 md:grid-cols-3">
            {numbers.map((path) => (
              <NumberField key={path} path={path} help={notes[path]} />
            ))}
          </div>
        )}
        {switches.length === 0 ? null : (
          <div className="grid items-start gap-x-8 gap-y-4 md:grid-cols-2">
            {switches.map((path) => (
              <SwitchField key={path} path={path} />
            ))}
          </div>
        )}
      </div>
    </details>
  );
}

/** More than one line, where a field has a story. */
const notes: Partial<Record<RunFieldPath, ReactNode>> = {
  "config.lambda": (
    <>
      R(s_t) = v_t + lambda (v_t - v_(t-1)): how much more a step is worth that makes progress. The
      paper&rsquo;s formula was not public; siblings share the step before, so it cannot change which of them
      is chosen.
    </>
  ),
};
