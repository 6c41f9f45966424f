"use client";

import { useMemo } from "react";
import { CompareSteps } from "@/components/runs/pairs/compare-steps";
import type { ComparedSide } from "@/components/runs/pairs/compared-side";
import { RawText } from "@/components/ui/raw-text";
import type { ComparedAnswer, ComparedItem, SideName } from "@/server/evaluations/comparison/comparison-view";
import { splitSteps } from "@/server/sphere/split-steps";
import { AnswerHead } from "./answer-head";

interface ItemAnswersProps {
  readonly item: ComparedItem;
  readonly raw: boolean;
  /** The place of the answer shown among all of its side; null: the first of the pass compared. */
  readonly chosen: Readonly<Record<SideName, number | null>>;
  readonly onChoose: (side: SideName, answer: number) => void;
}

/** An answer of each, step against step. */
export function ItemAnswers({ item, raw, chosen, onChoose }: ItemAnswersProps) {
  const a = shownAnswer(item, "a", chosen.a);
  const b = shownAnswer(item, "b", chosen.b);
  const [stepsA, stepsB] = [useSteps(a), useSteps(b)];
  const side = (name: SideName, answer: ComparedAnswer | null, steps: readonly string[]): ComparedSide => ({
    steps,
    tone: "plain",
    wrongStep: null,
    mark: <span className="text-ink-soft">{name.toUpperCase()}</span>,
    head: (
      <AnswerHead
        name={name}
        side={item[name]}
        answer={answer}
        onChoose={(place) => {
          onChoose(name, place);
        }}
      />
    ),
  });
  return (
    <div className="mt-4">
      <CompareSteps
        label="Both answers"
        left={side("a", a, stepsA.steps)}
        right={side("b", b, stepsB.steps)}
        shared={[]}
        raw={raw}
      />
      <div className="mt-3 grid gap-x-6 gap-y-3 md:grid-cols-2">
        <AfterAnswer name="A" text={stepsA.dropped} />
        <AfterAnswer name="B" text={stepsB.dropped} />
      </div>
    </div>
  );
}

function shownAnswer(item: ComparedItem, side: SideName, chosen: number | null): ComparedAnswer | null {
  const { answers } = item[side];
  const first = answers.find(({ pass }) => pass === item.pass);
  return (chosen === null ? undefined : answers[chosen]) ?? first ?? answers[0] ?? null;
}

function useSteps(answer: ComparedAnswer | null) {
  const text = answer?.text ?? "";
  return useMemo(() => splitSteps(text), [text]);
}

/** What a model wrote after its answer is part of its response, and of its tokens. */
function AfterAnswer({ name, text }: { readonly name: string; readonly text: string }) {
  if (text.trim() === "") return <div className="hidden md:block" />;
  return (
    <details className="min-w-0 text-sm">
      <summary className="text-ink-soft hover:text-accent">What {name} wrote after its answer</summary>
      <RawText text={text} label={`After the answer of ${name}`} />
    </details>
  );
}
