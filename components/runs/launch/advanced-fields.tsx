"use client";

import type { ReactNode } from "react";
import { get, useFormContext, useFormState, useWatch } from "react-hook-form";
import { StageMark } from "@/components/ui/marks";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { fieldsOf, type FieldGroup } from "../run-fields";
import { NumberField } from "./number-field";
import { SwitchField } from "./switch-field";

/** The method's parameters, folded by stage. */
export function AdvancedFields() {
  const { control } = useFormContext<LaunchRunInput>();
  const [correct, diversify] = useWatch({
    control,
    name: ["config.selfCorrection", "config.diversityInduction"],
  });
  return (
    <div className="mt-8 border-t border-rule">
      <Group group="self-generation" title={<StageMark stage="self-generation" explain={false} />} />
      <Group
        group="self-correction"
        title={<StageMark stage="self-correction" explain={false} />}
        off={correct === false}
      >
        <SwitchField path="config.selfCorrection" />
      </Group>
      <Group
        group="diversity-induction"
        title={<StageMark stage="diversity-induction" explain={false} />}
        off={diversify === false}
      >
        <SwitchField path="config.diversityInduction" />
      </Group>
      <Group group="pairs" title="Which pairs are kept" />
    </div>
  );
}

interface GroupProps {
  readonly group: Exclude<FieldGroup, "what">;
  readonly title: ReactNode;
  /** The stage is left out: its numbers do not matter. */
  readonly off?: boolean;
  /** The switch of the stage. */
  readonly children?: ReactNode;
}

function Group({ group, title, off = false, children }: GroupProps) {
  const { errors } = useFormState<LaunchRunInput>();
  const numbers = fieldsOf(group).filter(
    (path) => path !== "config.selfCorrection" && path !== "config.diversityInduction",
  );
  const faulty = numbers.some((path) => get(errors, path) !== undefined);
  return (
    <details className="border-b border-rule" open={faulty || undefined}>
      <summary className="py-2.5 font-medium hover:text-accent">
        <span className="ml-1 inline-flex items-baseline gap-3">
          {title}
          {off ? <span className="text-sm font-normal text-ink-soft">left out</span> : null}
        </span>
      </summary>
      <div className="flex flex-col gap-5 pt-1 pb-5">
        {children}
        <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2 md:grid-cols-3">
          {numbers.map((path) => (
            <NumberField key={path} path={path} disabled={off} />
          ))}
        </div>
      </div>
    </details>
  );
}
