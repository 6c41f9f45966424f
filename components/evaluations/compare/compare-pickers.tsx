"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { ComparedModel } from "@/server/evaluations/comparison/comparison-view";
import { FAMILY } from "./compare-search";
import { modelOptions, optionsForB, withEvaluation } from "./subject-options";
import { SubjectPicker } from "./subject-picker";

interface ComparePickersProps {
  readonly a: string;
  readonly b: string;
  /** Whose evaluations they are, where the address names evaluations and they are read. */
  readonly models: { readonly a: ComparedModel; readonly b: ComparedModel } | null;
  readonly onChange: (next: { readonly a?: string; readonly b?: string }) => void;
}

/** Who is compared, and the button that swaps them. */
export function ComparePickers({ a, b, models, onChange }: ComparePickersProps) {
  const trpc = useTRPC();
  const { data: choices = [] } = useQuery(trpc.evaluations.compareChoices.queryOptions());
  return (
    <div className="mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
      <SubjectPicker
        label="A"
        options={withEvaluation(modelOptions(choices), a, models?.a)}
        value={a}
        onChange={(id) => {
          onChange({ a: id, ...(b === id || b === FAMILY ? { b: "" } : {}) });
        }}
      />
      <div>
        <Button
          aria-label="Swap A and B"
          title="Swap A and B"
          disabled={a === "" || b === "" || b === FAMILY}
          onClick={() => {
            onChange({ a: b, b: a });
          }}
        >
          <ArrowLeftRight size={14} aria-hidden />
        </Button>
      </div>
      <SubjectPicker
        label="B"
        options={withEvaluation(optionsForB(choices, a), b, models?.b)}
        value={b}
        onChange={(id) => {
          onChange({ b: id });
        }}
      />
    </div>
  );
}
