import { AnswerText } from "@/components/math";
import { StatusMark } from "@/components/ui/status-mark";
import type { ItemPass, ItemPasses } from "@/server/evaluations/reading/pass-cells";
import type { ItemStatus } from "@/server/evaluations/evaluations.schema";

interface Answered {
  readonly passes: ItemPasses;
  readonly status: ItemStatus;
}

/** The greedy answer, and whether it is right. */
export function GreedyMark({ item: { passes, status } }: { readonly item: Answered }) {
  const { greedy } = passes;
  if (greedy === null || greedy.answers === 0) return <Missing status={status} />;
  return (
    <>
      {greedy.right > 0 ? (
        <StatusMark tone="good">right</StatusMark>
      ) : (
        <StatusMark tone="bad">{greedy.noAnswer > 0 ? "no answer" : "wrong"}</StatusMark>
      )}
      {greedy.extracted === null ? null : (
        <span className="block wrap-anywhere">
          <AnswerText text={greedy.extracted} />
        </span>
      )}
    </>
  );
}

/** How many of the sampled answers are right. */
export function SampledShare({ pass }: { readonly pass: ItemPass | null }) {
  if (pass === null || pass.answers === 0) return <span className="text-ink-faint">not yet</span>;
  const tone = pass.right === 0 ? "bad" : pass.right >= pass.expected ? "good" : "warning";
  return (
    <StatusMark tone={tone} shape={tone === "warning" ? "half" : tone === "good" ? "check" : "cross"}>
      {pass.right} of {pass.expected} right
    </StatusMark>
  );
}

function Missing({ status }: { readonly status: ItemStatus }) {
  return status === "failed" ? (
    <StatusMark tone="bad">failed</StatusMark>
  ) : (
    <span className="text-ink-faint">{status === "active" ? "at work" : "not yet"}</span>
  );
}
