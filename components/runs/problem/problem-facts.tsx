import { AnswerText, MathText } from "@/components/math";
import { DoubtedNote } from "@/components/review/flags/doubted-note";
import { formatDuration } from "@/components/ui/format";
import { KeyValueList } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import { Term } from "@/components/ui/term";
import type { ProblemStatus } from "@/server/runs/runs.schema";
import type { ProblemDetail } from "./types";
import { BUCKET_WORDS } from "./words";

/** The statement as a person reads it, the reference answer, and where the run stands with it. */
export function ProblemFacts({ detail: { problem, run } }: { readonly detail: ProblemDetail }) {
  const origin = [
    ["Level", problem.level],
    ["Subject", problem.subject],
    ["Source", problem.source],
  ] as const;
  return (
    <section aria-label="Problem">
      <MathText text={problem.statement} />
      <div className="mt-5">
        <KeyValueList
          layout="grid"
          items={[
            { key: "Reference answer", value: <AnswerText text={problem.answer} /> },
            {
              key: "bucket",
              label: <Term id="bucket">Bucket</Term>,
              value:
                run.bucket === null ? (
                  <span className="text-ink-faint">not known yet</span>
                ) : (
                  `${run.bucket}: ${BUCKET_WORDS[run.bucket]}`
                ),
            },
            { key: "Status", value: <ProblemStatusMark status={run.status} /> },
            ...(run.startedAt !== null && run.endedAt !== null
              ? [{ key: "Took", value: formatDuration(run.endedAt - run.startedAt) }]
              : []),
            ...origin.flatMap(([key, text]) =>
              text === null ? [] : [{ key, value: <SafeText text={text} /> }],
            ),
          ]}
        />
      </div>
      <DoubtedNote problemId={problem.id} />
      {run.error === null ? null : (
        <div role="alert" className="mt-4 border-l-2 border-danger pl-3 wrap-anywhere text-danger">
          <SafeText text={run.error} />
        </div>
      )}
    </section>
  );
}

const statuses = {
  waiting: { tone: "neutral", word: "waiting" },
  active: { tone: "active", word: "being worked on" },
  done: { tone: "good", word: "done" },
  failed: { tone: "bad", word: "failed" },
} as const;

function ProblemStatusMark({ status }: { readonly status: ProblemStatus }) {
  const { tone, word } = statuses[status];
  return <StatusMark tone={tone}>{word}</StatusMark>;
}
