import Link from "next/link";
import { AnswerText, MathText } from "@/components/math";
import { RawText, SafeText } from "@/components/ui/raw-text";
import { Badge } from "@/components/ui/status-mark";
import type { ComparedItem } from "@/server/evaluations/comparison/comparison-view";
import { CELL_WORDS } from "../cell-words";

interface ItemProblemProps {
  readonly item: ComparedItem;
  readonly raw: boolean;
}

/** The statement, its reference answer, and how it came out for both. */
export function ItemProblem({ item: { problem, benchmark, cell }, raw }: ItemProblemProps) {
  const { id, externalId, statement, answer, level, subject } = problem;
  return (
    <section aria-label="Problem" className="border-y border-rule py-3">
      {raw ? <RawText text={statement} label="Statement" /> : <MathText text={statement} limit={3_000} />}
      <p className="mt-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm text-ink-soft">
        <span>
          Reference answer{" "}
          <span className="font-serif text-prose text-ink">
            {raw ? <SafeText text={answer} /> : <AnswerText text={answer} />}
          </span>
        </span>
        <span className="font-medium text-ink">{CELL_WORDS[cell]}</span>
        {[level, subject].map((fact, index) =>
          fact === null ? null : (
            <Badge key={index} title={index === 0 ? "Level" : "Subject"}>
              <SafeText text={fact} />
            </Badge>
          ),
        )}
        <Link
          prefetch={false}
          href={`/problems/${encodeURIComponent(benchmark.id)}/${encodeURIComponent(id)}`}
          className="link"
        >
          Problem <SafeText text={externalId} />
        </Link>
      </p>
    </section>
  );
}
