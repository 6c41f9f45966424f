import { AnswerText } from "@/components/math";
import { formatCount } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import { describeRule } from "@/server/math";
import { verdictWord } from "../verdict-words";
import type { DisagreementDetail } from "./types";

/** What each grader said of the answer, and by which rule; the newest grader first. */
export function SaidList({ said }: Pick<DisagreementDetail, "said">) {
  return (
    <ul aria-label="What the graders said" className="border-t border-rule">
      {said.map(({ graderVersion, verdict, extracted, rule, samples }) => (
        <li
          key={JSON.stringify([graderVersion, verdict, extracted, rule])}
          className="grid items-baseline gap-x-4 gap-y-0.5 border-b border-rule py-1.5 sm:grid-cols-[8rem_10rem_minmax(0,1fr)_6rem]"
        >
          <span className="tabular-nums">{graderVersion}</span>
          <StatusMark tone={verdict === "correct" ? "good" : "bad"}>{verdictWord(verdict)}</StatusMark>
          <span className="min-w-0 text-sm wrap-anywhere">
            {extracted === null ? (
              "Read nothing. "
            ) : (
              <>
                Read{" "}
                <span className="font-serif text-prose">
                  <AnswerText text={extracted} />
                </span>
                .{" "}
              </>
            )}
            {describeRule(rule)}
          </span>
          <span className="text-sm text-ink-soft tabular-nums sm:text-right">
            {formatCount(samples, "answer")}
          </span>
        </li>
      ))}
    </ul>
  );
}
