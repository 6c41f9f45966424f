import type { Db } from "@/db/client";
import { claim, holm } from "@/server/statistics";
import type { EvaluationView } from "../evaluation-view";
import { PASS_NAMES, type PassName } from "../evaluations.schema";
import { grouped } from "@/server/foundation/grouped";
import { inColumnOrder } from "../leaderboard/columns";
import { countShared, evaluationsOf } from "./comparison.repo";
import type { CompareInput } from "./comparison.schema";
import type {
  ApartBenchmark,
  ApartReason,
  BenchmarkComparison,
  Comparison,
  Named,
  PairedFigures,
} from "./comparison-view";
import { comparedEvaluation } from "./compared-evaluation";
import { pairEvaluations, type Pairing } from "./pair-evaluations";
import { figuresOf } from "./read-pair";
import { comparedModel, readSubjects, type Subject, type Subjects } from "./subjects.service";

/**
 * Two models, benchmark by benchmark: what may be compared with its paired test, corrected by Holm over all of them, and
 * what may not with the reason.
 */
export function compareTwo(db: Db, input: CompareInput): Comparison {
  const subjects = readSubjects(db, input);
  const both = benchmarksOf(db, subjects);
  const pairings = pairAll(both, input.pass);
  const figures = pairings.flatMap(({ benchmark, pairing }) =>
    pairing.kind === "pair" ? [{ benchmark, pairing, ...figuresOf(db, pairing.pair, input.pass) }] : [],
  );
  return {
    a: comparedModel(db, subjects.models, subjects.a.model),
    b: comparedModel(db, subjects.models, subjects.b.model),
    pass: input.pass,
    passes: PASS_NAMES.filter((pass) => pairAll(both, pass).some(({ pairing }) => pairing.kind === "pair")),
    pinned: subjects.pinnedBenchmarkId,
    compared: corrected(figures).map(({ pairing, ...rest }): BenchmarkComparison => ({
      ...rest,
      pass: input.pass,
      evaluations: { a: comparedEvaluation(pairing.pair.a), b: comparedEvaluation(pairing.pair.b) },
      others: pairing.others.map(({ a, b }) => ({
        a: a.id,
        b: b.id,
        subset: a.subset,
        createdAt: Math.max(a.createdAt, b.createdAt),
      })),
    })),
    apart: pairings.flatMap(({ benchmark, pairing }) => apartOf(db, benchmark, pairing)),
    lacking: both.flatMap(({ benchmark, a, b }) => {
      const side = a.length === 0 ? ("a" as const) : b.length === 0 ? ("b" as const) : null;
      return side === null ? [] : [{ benchmark, side }];
    }),
  };
}

/** Adds p after Holm over all that is given, and what may be claimed with it. */
export function corrected<Figures extends PairedFigures>(
  figures: readonly Figures[],
): (Figures & Pick<BenchmarkComparison, "pAdjusted" | "claim">)[] {
  const adjusted = holm(figures.map(({ p }) => p));
  return figures.map((each, index) => {
    const pAdjusted = adjusted[index] ?? 1;
    const { low, high } = each.difference;
    const interval = low === null || high === null ? null : { low, high };
    return { ...each, pAdjusted, claim: claim({ pAdjusted, interval, items: each.items }) };
  });
}

/** Evaluations of both on one benchmark, the newest first. */
export interface BenchmarkSides {
  readonly benchmark: Named;
  readonly a: readonly EvaluationView[];
  readonly b: readonly EvaluationView[];
}

/** Every benchmark on which one of the two was evaluated, in the order of the leaderboard. */
export function benchmarksOf(db: Db, { a, b, pinnedBenchmarkId }: Subjects): BenchmarkSides[] {
  const all = evaluationsOf(db, [...new Set([a.model.id, b.model.id])]);
  const byBenchmark = grouped(all, ({ benchmark }) => benchmark.id);
  const benchmarks = [...byBenchmark.values()].flatMap(([first]) =>
    first === undefined ? [] : [{ ...first.benchmark, items: first.subset.of }],
  );
  const sameModel = a.model.id === b.model.id;
  return inColumnOrder(benchmarks).flatMap(({ id, name }) => {
    // Of one model against itself only the two evaluations that were asked for say anything.
    if (sameModel && id !== pinnedBenchmarkId) return [];
    const own = byBenchmark.get(id) ?? [];
    return [{ benchmark: { id, name }, a: ofSubject(own, a, id), b: ofSubject(own, b, id) }];
  });
}

function ofSubject(
  evaluations: readonly EvaluationView[],
  { model, pinned }: Subject,
  benchmarkId: string,
): readonly EvaluationView[] {
  if (pinned?.benchmark.id === benchmarkId) return [pinned];
  return evaluations.filter((evaluation) => evaluation.model.id === model.id);
}

interface PairedBenchmark {
  readonly benchmark: Named;
  readonly pairing: Pairing;
}

export function pairAll(both: readonly BenchmarkSides[], pass: PassName): PairedBenchmark[] {
  return both.flatMap(({ benchmark, ...sides }) => {
    const pairing = pairEvaluations(sides, pass);
    return pairing === null ? [] : [{ benchmark, pairing }];
  });
}

export function apartOf(db: Db, benchmark: Named, pairing: Pairing): ApartBenchmark[] {
  if (pairing.kind === "pair") return [];
  const { a, b } = pairing.pair;
  return [
    {
      benchmark,
      reason: reasonOf(db, pairing),
      evaluations: { a: comparedEvaluation(a), b: comparedEvaluation(b) },
    },
  ];
}

function reasonOf(db: Db, pairing: Exclude<Pairing, { readonly kind: "pair" }>): ApartReason {
  if (pairing.kind !== "protocol") return { kind: pairing.kind, side: pairing.side };
  const { pair, parts } = pairing;
  return { kind: "protocol", parts, sharedItems: countShared(db, pair.a.id, pair.b.id) };
}
