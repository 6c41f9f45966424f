"use client";

import { useFormContext } from "react-hook-form";
import { TextInput } from "@/components/ui/text-input";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { ModelFields } from "./model-fields";
import { NumberField } from "./number-field";
import { ProblemFields } from "./problem-fields";
import { RunFieldFrame } from "./run-field";

/** What the run works with, and how much of it. */
export function WhatFields() {
  const { register } = useFormContext<LaunchRunInput>();
  return (
    <div className="grid items-start gap-x-8 gap-y-5 md:grid-cols-2">
      <div className="md:col-span-2">
        <RunFieldFrame path="name">
          <TextInput {...register("name")} maxLength={120} />
        </RunFieldFrame>
      </div>
      <ModelFields />
      <ProblemFields />
      <NumberField path="tokenBudget" optional placeholder="no limit" />
      <NumberField path="seed" />
    </div>
  );
}
