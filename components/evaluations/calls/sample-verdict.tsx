import type { inferRouterOutputs } from "@trpc/server";
import { AnswerText } from "@/components/math";
import { describeRule } from "@/server/math";
import type { AppRouter } from "@/server/trpc/router";
import { RightMark } from "../right-mark";

type Said = inferRouterOutputs<AppRouter>["evaluations"]["modelCall"]["verdicts"][number];

/** What the grader whose numbers are shown made of one text. */
export function SampleVerdict({ said }: { readonly said: Said | null }) {
  if (said === null) return <p className="mt-1.5 text-sm text-ink-faint">Not graded yet.</p>;
  return (
    <p className="mt-1.5 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <RightMark right={said.right} verdict={said.verdict} settled={said.ruling !== null} />
      {said.extracted === null ? null : (
        <span className="min-w-0 wrap-anywhere">
          <AnswerText text={said.extracted} />
        </span>
      )}
      <span className="text-ink-soft">{describeRule(said.rule)}</span>
    </p>
  );
}
