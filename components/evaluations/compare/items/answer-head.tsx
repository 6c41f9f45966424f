import { clsx } from "clsx";
import Link from "next/link";
import { AnswerText } from "@/components/math";
import { formatCount } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import type { ComparedAnswer, ItemSide, SideName } from "@/server/evaluations/comparison/comparison-view";
import { describeRule } from "@/server/math";
import { evaluationCallPath, evaluationPath } from "../../paths";
import { RightMark } from "../../right-mark";
import { ModelOrigin } from "../model-heads";
import { answerName, isRight } from "./answer-words";

interface AnswerHeadProps {
  readonly name: SideName;
  readonly side: ItemSide;
  /** The one shown; null where no call came back. */
  readonly answer: ComparedAnswer | null;
  readonly onChoose: (place: number) => void;
}

/** Whose answer a column shows, what was read in it, and the way to its call. */
export function AnswerHead({ name, side, answer, onChoose }: AnswerHeadProps) {
  const { model, evaluationId, error } = side;
  return (
    <div className="min-w-0">
      <h2 className="flex min-w-0 items-baseline gap-2">
        <span className="font-serif text-lg text-ink-soft">{name.toUpperCase()}</span>
        <span className="min-w-0 font-medium wrap-anywhere">
          <SafeText text={model.name} />
        </span>
      </h2>
      <ModelOrigin model={model} />
      <AnswerChoice side={side} answer={answer} onChoose={onChoose} />
      {error === null ? null : (
        <p className="mt-1 text-sm text-danger">
          A call failed, and what is missing counts as wrong: <SafeText text={error} />
        </p>
      )}
      {answer === null ? null : <AnswerFacts evaluationId={evaluationId} answer={answer} />}
    </div>
  );
}

/** One greedy answer and the samples, each with whether it is right. */
function AnswerChoice({ side: { answers }, answer, onChoose }: Omit<AnswerHeadProps, "name">) {
  if (answers.length < 2) return null;
  return (
    <fieldset className="mt-1.5 flex flex-wrap gap-1">
      <legend className="sr-only">Answers</legend>
      {answers.map((each, place) => (
        <button
          key={`${each.callId} ${String(each.sampleIndex)}`}
          type="button"
          aria-pressed={each === answer}
          aria-label={`${answerName(each)}, ${isRight(each) ? "right" : "wrong"}`}
          onClick={() => {
            onChoose(place);
          }}
          className={clsx(
            "inline-flex min-h-6.5 items-center gap-1 rounded-sm border px-1.5 text-xs",
            each === answer
              ? "border-accent bg-accent-wash font-medium"
              : "border-rule hover:border-rule-strong",
          )}
        >
          {answerName(each)}
          <span aria-hidden className={isRight(each) ? "text-chosen" : "text-danger"}>
            {isRight(each) ? "✓" : "✗"}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

interface AnswerFactsProps {
  readonly evaluationId: string;
  readonly answer: ComparedAnswer;
}

function AnswerFacts({ evaluationId, answer }: AnswerFactsProps) {
  const { verdict, extracted, rule, ruled, tokens, truncated, callId, sampleIndex } = answer;
  return (
    <p className="mt-1.5 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-ink-soft">
      <RightMark
        right={verdict === null && ruled === null ? null : isRight(answer)}
        verdict={verdict}
        settled={ruled !== null}
      />
      {extracted === null ? null : (
        <span>
          answer{" "}
          <span className="font-serif text-base text-ink">
            <AnswerText text={extracted} />
          </span>
        </span>
      )}
      <span>{formatCount(tokens, "token")}</span>
      {truncated ? <StatusMark tone="warning">cut off at the token limit</StatusMark> : null}
      <Link prefetch={false} href={evaluationCallPath(evaluationId, callId, sampleIndex)} className="link">
        Model call
      </Link>
      <Link prefetch={false} href={evaluationPath(evaluationId)} className="link">
        Evaluation
      </Link>
      {rule === null ? null : <span className="basis-full">{describeRule(rule)}</span>}
    </p>
  );
}
