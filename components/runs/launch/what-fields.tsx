"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { TextInput } from "@/components/ui/text-input";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { ModelFields } from "./model-fields";
import { ProblemFields } from "./problem-fields";
import { RunFieldFrame } from "./run-field";

/** What the run works with, and how much of it. */
export function WhatFields({ children }: { readonly children: ReactNode }) {
  const { register } = useFormContext<LaunchRunInput>();
  return (
    <div className="mt-6 grid items-start gap-x-8 gap-y-5 md:grid-cols-2">
      <div className="md:col-span-2">
        <RunFieldFrame path="name">
          <TextInput {...register("name")} maxLength={120} />
        </RunFieldFrame>
      </div>
      <ModelFields />
      <ProblemFields />
      {children}
    </div>
  );
}
