"use client";

import Link from "next/link";
import { AnswerText } from "@/components/math";
import { FoldItem } from "@/components/calls/fold-item";
import { FINISH_WORDS } from "@/components/calls/finish-words";
import { formatCount } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import { describeRule } from "@/server/math";
import { evaluationCallPath } from "../paths";
import { RightMark } from "../right-mark";
import { AnswerSteps } from "./answer-steps";
import { GraderList } from "./grader-list";
import type { ItemAnswer } from "./types";

interface AnswerItemProps {
  readonly answer: ItemAnswer;
  readonly evaluationId: string;
  readonly shownGrader: string;
  readonly initiallyOpen: boolean;
}

/** One answer in a line: right or wrong, the answer read; open, its steps and what decided. */
export function AnswerItem({ answer, evaluationId, shownGrader, initiallyOpen }: AnswerItemProps) {
  const { pass, number, sample, callId, sampleIndex, verdicts, ruling, right } = answer;
  const [shown] = verdicts;
  return (
    <FoldItem
      anchor={`${pass}-${String(number + 1)}`}
      name={pass === "greedy" ? "Answer" : `Answer ${String(number + 1)}`}
      initiallyOpen={initiallyOpen}
      line={
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-4 gap-y-0.5">
          <RightMark right={right} verdict={shown?.verdict ?? null} settled={ruling !== null} />
          {shown?.extracted === undefined || shown.extracted === null ? null : (
            <span className="min-w-0 wrap-anywhere">
              <AnswerText text={shown.extracted} />
            </span>
          )}
          <span className="text-sm text-ink-soft">{formatCount(sample.tokens, "token")}</span>
          {sample.finish === "length" ? <StatusMark tone="warning">cut off</StatusMark> : null}
        </span>
      }
    >
      <AnswerSteps text={sample.text} />
      <div className="mt-3 flex flex-col gap-1 text-sm">
        {shown === undefined ? null : <p>{describeRule(shown.rule)}</p>}
        {ruling === null ? null : (
          <p>
            {ruling.actorName ?? "A person"} settled that this answer is {ruling.correct ? "right" : "wrong"}:{" "}
            <span className="wrap-anywhere text-ink-soft">{ruling.reason}</span>
          </p>
        )}
        <GraderList verdicts={verdicts} shownGrader={shownGrader} />
        <p className="flex flex-wrap gap-x-4 text-ink-soft">
          <span>{FINISH_WORDS[sample.finish]}</span>
          <Link href={evaluationCallPath(evaluationId, callId, sampleIndex)} className="link">
            The model call
          </Link>
        </p>
      </div>
    </FoldItem>
  );
}
