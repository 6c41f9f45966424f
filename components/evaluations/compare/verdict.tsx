import Link from "next/link";
import { formatCount, formatInteger } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { BenchmarkComparison } from "@/server/evaluations/comparison/comparison-view";
import { evaluationPath } from "../paths";
import { subsetWords } from "../subset-words";
import { unbroken } from "./figures-words";
import { countedWords } from "./counted-words";
import { comparePath } from "./compare-paths";
import type { CompareSearch } from "./compare-search";
import { testWords } from "./test-words";
import { verdictWords } from "./verdict-words";

interface VerdictProps {
  readonly compared: BenchmarkComparison;
  readonly benchmarks: number;
  readonly search: CompareSearch;
}

/** The one sentence, what it stands on, and the test behind it. */
export function Verdict({ compared, benchmarks, search }: VerdictProps) {
  const { benchmark, evaluations } = compared;
  const { protocol, scoredWith } = evaluations.a;
  return (
    <section aria-label="Verdict" className="mt-6">
      <p className="text-sm text-ink-soft">
        {benchmark.name}, {subsetWords(evaluations.a.subset)}
        {compared.samples > 1 ? `, ${formatCount(compared.samples, "answer")} each` : ""}
      </p>
      <p className="mt-1 max-w-[52rem] font-serif text-xl leading-9 text-pretty">
        {unbroken(verdictWords(compared, benchmarks))}
      </p>
      <details className="mt-3 max-w-prose">
        <summary className="text-ink-soft hover:text-accent">The test behind it</summary>
        <div className="mt-2 flex flex-col gap-2 border-l border-rule pl-4">
          {testWords(compared, benchmarks).map((line) => (
            <p key={line}>{unbroken(line)}</p>
          ))}
          <p className="text-sm text-ink-soft">
            Both: prompt {protocol.promptVersion}, answers of at most {formatInteger(protocol.maxTokens)}{" "}
            tokens, grader {scoredWith}. Evaluations{" "}
            {(["a", "b"] as const).map((side, index) => (
              <span key={side}>
                {index === 0 ? "" : " and "}
                <Link href={evaluationPath(evaluations[side].id)} className="link">
                  of {side.toUpperCase()}
                </Link>{" "}
                (<RelativeTime at={evaluations[side].createdAt} />)
              </span>
            ))}
            .
          </p>
        </div>
      </details>
      <CountedNote compared={compared} />
      <OtherPairs compared={compared} search={search} />
    </section>
  );
}

/** What the numbers leave out, or count as wrong though nobody answered it. */
function CountedNote({ compared }: { readonly compared: BenchmarkComparison }) {
  const lines = countedWords(compared);
  if (lines.length === 0) return null;
  return (
    <ul className="mt-3 max-w-prose border-l-2 border-rejected pl-3">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Other evaluations of the two that share a protocol. */
function OtherPairs({ compared: { others, benchmark, pass }, search }: Omit<VerdictProps, "benchmarks">) {
  if (others.length === 0) return null;
  return (
    <p className="mt-3 text-sm text-ink-soft">
      These are the newest that may be compared. Also:{" "}
      {others.map(({ a, b, subset, createdAt }, index) => (
        <span key={`${a} ${b}`}>
          {index === 0 ? "" : ", "}
          <Link
            prefetch={false}
            href={comparePath({ ...search, a, b, benchmark: benchmark.id, pass })}
            className="link"
          >
            {subsetWords(subset)}
          </Link>{" "}
          (<RelativeTime at={createdAt} />)
        </span>
      ))}
      .
    </p>
  );
}
