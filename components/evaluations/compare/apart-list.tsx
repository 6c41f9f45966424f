import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import type { ApartBenchmark, Comparison } from "@/server/evaluations/comparison/comparison-view";
import type { PassName } from "@/server/evaluations/evaluations.schema";
import { evaluationPath, newEvaluationPath } from "../paths";
import { apartReasonWords } from "./apart-reason-words";
import { mendApart } from "./mend-apart";

/** Benchmarks on which the two are not compared: why, and what to do about it. */
export function ApartList({ comparison }: { readonly comparison: Comparison }) {
  const { apart, lacking, pass, a, b } = comparison;
  const lacks = { a, b };
  return (
    <ul className="border-t border-rule">
      {apart.map((each) => (
        <ApartItem key={each.benchmark.id} apart={each} pass={pass} />
      ))}
      {lacking.map(({ benchmark, side }) => (
        <li
          key={benchmark.id}
          className="flex flex-wrap items-baseline gap-x-6 gap-y-2 border-b border-rule py-3"
        >
          <p className="min-w-0 flex-1 basis-72">
            <span className="font-medium">{benchmark.name}.</span> {side.toUpperCase()} was never evaluated on
            it.
          </p>
          <LinkButton
            size="sm"
            href={newEvaluationPath({ modelIds: [lacks[side].id], benchmarkIds: [benchmark.id] })}
          >
            Evaluate {side.toUpperCase()} on it
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

interface ApartItemProps {
  readonly apart: ApartBenchmark;
  readonly pass: PassName;
}

export function ApartItem({ apart, pass }: ApartItemProps) {
  const mend = mendApart(apart);
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-2 border-b border-rule py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{apart.benchmark.name}</p>
        <ul className="max-w-prose">
          {apartReasonWords(apart, pass).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="mt-1 text-sm text-ink-soft">
          Evaluations{" "}
          <Link href={evaluationPath(apart.evaluations.a.id)} className="link">
            of A
          </Link>{" "}
          and{" "}
          <Link href={evaluationPath(apart.evaluations.b.id)} className="link">
            of B
          </Link>
        </p>
      </div>
      <LinkButton size="sm" href={mend.href}>
        {mend.label}
      </LinkButton>
    </li>
  );
}
