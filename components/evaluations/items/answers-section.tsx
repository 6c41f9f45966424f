import { formatInteger } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { ShowMore, useShown } from "@/components/calls/show-more";
import type { PassName } from "@/server/evaluations/evaluations.schema";
import { AnswerItem } from "./answer-item";
import type { ItemDetail } from "./types";

const ANSWERS_AT_ONCE = 16;
/** More than these begin folded. */
const OPEN_AT_FIRST = 4;

interface AnswersSectionProps {
  readonly detail: ItemDetail;
  readonly pass: PassName;
}

/** The answers of one pass, in the order in which they were drawn; nothing where the protocol does not have it. */
export function AnswersSection({ detail, pass }: AnswersSectionProps) {
  const { protocol } = detail.evaluation;
  const expected = pass === "greedy" ? (protocol.greedy ? 1 : 0) : (protocol.sampled?.samples ?? 0);
  const answers = detail.answers.filter((answer) => answer.pass === pass);
  const shown = useShown(answers.length, ANSWERS_AT_ONCE);
  if (expected === 0) return null;
  const right = answers.filter((answer) => answer.right === true).length;
  return (
    <Section
      title={pass === "greedy" ? "Greedy answer" : "Sampled answers"}
      lede={
        pass === "greedy"
          ? "One answer at temperature 0."
          : `${formatInteger(right)} of ${formatInteger(expected)} right.`
      }
    >
      {answers.length === 0 ? (
        <p className="border-y border-rule py-3 text-ink-faint">
          {detail.item.status === "failed" ? "The call failed." : "Not drawn yet."}
        </p>
      ) : (
        <ol>
          {answers.slice(0, shown.count).map((answer) => (
            <AnswerItem
              key={answer.number}
              answer={answer}
              evaluationId={detail.evaluation.id}
              shownGrader={detail.evaluation.scoredWith}
              initiallyOpen={answers.length <= OPEN_AT_FIRST}
            />
          ))}
        </ol>
      )}
      <ShowMore shown={shown} total={answers.length} noun="answers" />
    </Section>
  );
}
