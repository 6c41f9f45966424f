import Link from "next/link";
import { AnswerText, MathText } from "@/components/math";
import { gradingWords } from "@/components/problems/grading-words";
import { formatCount } from "@/components/ui/format";
import { KeyValueList, type KeyValue } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import { evaluationCallPath } from "../paths";
import type { ItemDetail } from "./types";

/** The statement as a person reads it, the reference answer, and the rules by which answers are compared with it. */
export function ItemFacts({ detail }: { readonly detail: ItemDetail }) {
  const { problem, grading, item, calls, evaluation } = detail;
  const failed = calls.filter(({ status }) => status !== "ok");
  return (
    <section aria-label="Problem">
      <MathText text={problem.statement} />
      <div className="mt-5">
        <KeyValueList layout="grid" items={facts(detail)} />
      </div>
      {grading.badReference === null ? null : (
        <p className="mt-4 max-w-prose border-l-2 border-rejected pl-3">
          This item counts nowhere: its reference answer is known to be bad. {grading.badReference}
        </p>
      )}
      {item.error === null ? null : (
        <p role="alert" className="mt-4 border-l-2 border-danger pl-3 wrap-anywhere text-danger">
          <SafeText text={item.error} />
        </p>
      )}
      {failed.length === 0 ? null : (
        <p className="mt-4 flex flex-wrap gap-x-4 border-l-2 border-danger pl-3">
          <span className="text-danger">
            {formatCount(failed.length, "call")} failed; the answers that are missing count as wrong.
          </span>
          {failed.map((call) => (
            <Link key={call.id} href={evaluationCallPath(evaluation.id, call.id)} className="link">
              {call.errorKind?.replaceAll("-", " ") ?? "the call"}
            </Link>
          ))}
        </p>
      )}
    </section>
  );
}

const statuses = {
  waiting: { tone: "neutral", word: "waiting" },
  active: { tone: "active", word: "at work" },
  done: { tone: "good", word: "done" },
  failed: { tone: "bad", word: "failed" },
} as const;

function facts({ problem, grading, item }: ItemDetail): KeyValue[] {
  const origin = [
    ["Level", problem.level],
    ["Subject", problem.subject],
    ["Source", problem.source],
  ] as const;
  const { tone, word } = statuses[item.status];
  const rules = gradingWords(grading.options);
  return [
    { key: "Reference answer", value: <AnswerText text={problem.answer} /> },
    ...(grading.corrected === null
      ? []
      : [{ key: "Corrected reference", value: <AnswerText text={grading.corrected} /> }]),
    { key: "Rules", value: rules.length === 0 ? "the usual ones" : rules.join("; ") },
    { key: "Status", value: <StatusMark tone={tone}>{word}</StatusMark> },
    ...origin.flatMap(([key, text]) => (text === null ? [] : [{ key, value: <SafeText text={text} /> }])),
  ];
}
