import Link from "next/link";
import { AnswerText, MathText } from "@/components/math";
import { SafeText } from "@/components/ui/raw-text";
import { problemPath } from "./paths";
import type { ListedPair } from "./types";

/** What the pair is about, its reference answer, and the way to the problem's page. */
export function PairProblem({ item: { pair, problem } }: { readonly item: ListedPair }) {
  return (
    <div className="mb-4">
      <MathText text={problem.statement} limit={1_200} />
      <p className="mt-1 flex flex-wrap gap-x-5 text-sm text-ink-soft">
        <span>
          Reference answer{" "}
          <span className="font-serif text-base text-ink">
            <AnswerText text={problem.answer} />
          </span>
        </span>
        <Link href={problemPath(pair.runId, pair.problemId, `pair-${pair.id}`)} className="link">
          Problem <SafeText text={problem.externalId} />, with its tree and chains
        </Link>
      </p>
    </div>
  );
}
