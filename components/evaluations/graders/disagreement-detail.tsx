"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { AnswerText, MathText } from "@/components/math";
import { useTRPC } from "@/components/trpc/client";
import { formatCount } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { AnswerSteps } from "../items/answer-steps";
import { evaluationCallPath, evaluationItemPath } from "../paths";
import { RulingHistory } from "./ruling-history";
import { SaidList } from "./said-list";
import { SettleForm } from "./settle-form";
import type { Disagreement, DisagreementDetail as Detail } from "./types";

interface DisagreementDetailProps {
  readonly item: Disagreement;
  readonly calling: boolean | null;
  readonly onCall: (correct: boolean | null) => void;
  readonly onSettled: () => void;
}

/** The problem, what each grader said and why, who gave the answer, and the form that settles it. */
export function DisagreementDetail({ item, ...form }: DisagreementDetailProps) {
  const trpc = useTRPC();
  const { problemId, answer } = item;
  const detail = useQuery(trpc.evaluations.disagreement.queryOptions({ problemId, answer }));
  if (detail.isPending) return <SkeletonRows rows={4} label="Reading the answer" />;
  if (detail.isError) {
    return (
      <ErrorState
        title="The answer could not be read"
        error={detail.error}
        retrying={detail.isFetching}
        onRetry={() => {
          detail.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const { statement, reference, benchmark, externalId, said, history, extracted } = detail.data;
  return (
    <div className="flex flex-col gap-4 px-1 pt-2 pb-6 sm:pl-7">
      <section aria-label="Problem">
        <MathText text={statement} limit={2_400} />
        <p className="mt-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm text-ink-soft">
          <span>
            Reference answer{" "}
            <span className="font-serif text-prose text-ink">
              {reference === null ? "none that is fit for it" : <AnswerText text={reference} />}
            </span>
          </span>
          <Link
            prefetch={false}
            href={`/problems/${encodeURIComponent(benchmark.id)}/${encodeURIComponent(problemId)}`}
            className="link"
          >
            Problem <SafeText text={externalId} />
          </Link>
        </p>
      </section>
      <SaidList said={said} />
      <SettleForm detail={detail.data} {...form} />
      <RulingHistory history={history} />
      <Responses detail={detail.data} whole={extracted === null} />
    </div>
  );
}

function Responses({ detail, whole }: { readonly detail: Detail; readonly whole: boolean }) {
  const { responses, samples } = detail;
  return (
    <section aria-label="Responses">
      <h3 className="mb-1 text-sm font-medium text-ink-soft">
        {whole
          ? "The response"
          : samples === responses.length
            ? "Responses with it"
            : `${formatCount(responses.length, "response")} of ${formatCount(samples, "answer")} with it`}
      </h3>
      <ul className="border-t border-rule">
        {responses.map(({ evaluationId, modelName, callId, sampleIndex, pass, number, text }, at) => (
          <li key={`${callId}/${String(sampleIndex)}`} className="border-b border-rule">
            <details open={at === 0}>
              <summary className="py-1.5 hover:text-accent">
                <SafeText text={modelName} />
                <span className="text-sm text-ink-soft">
                  , {pass === "greedy" ? "greedy answer" : `sampled answer ${String(number + 1)}`}
                </span>
              </summary>
              <div className="pb-2">
                <AnswerSteps text={text} />
                <p className="mt-1 flex flex-wrap gap-x-4 text-sm">
                  <Link
                    prefetch={false}
                    href={evaluationItemPath(evaluationId, detail.problemId)}
                    className="link"
                  >
                    All answers to the problem
                  </Link>
                  <Link
                    prefetch={false}
                    href={evaluationCallPath(evaluationId, callId, sampleIndex)}
                    className="link"
                  >
                    The model call
                  </Link>
                </p>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
