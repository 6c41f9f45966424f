import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import type { PassName } from "../evaluations.schema";
import { benchmarksOf } from "./compare.service";
import type { CompareBenchmarkInput } from "./comparison.schema";
import type { Named } from "./comparison-view";
import type { PairedPass } from "./paired-figures";
import { pairEvaluations, type EvaluationPair } from "./pair-evaluations";
import { passOf } from "./read-pair";
import { readSubjects, type Subjects } from "./subjects.service";

export interface RequiredPair {
  readonly subjects: Subjects;
  readonly benchmark: Named;
  readonly pair: EvaluationPair;
  readonly pass: PairedPass;
}

const PASS_WORDS: Readonly<Record<PassName, string>> = { greedy: "greedy pass", sampled: "sampled pass" };

/**
 * The two evaluations that stand for A and B on one benchmark.
 * @throws AppError where there are no two that may be compared
 */
export function requirePair(db: Db, input: CompareBenchmarkInput): RequiredPair {
  const subjects = readSubjects(db, input);
  const found = benchmarksOf(db, subjects).find(({ benchmark }) => benchmark.id === input.benchmarkId);
  if (found === undefined) {
    throw new AppError("not-found", "Neither of the two was evaluated on this benchmark.", {
      field: "benchmarkId",
      fix: "Choose one of the benchmarks of the comparison.",
    });
  }
  const pairing = pairEvaluations(found, input.pass);
  if (pairing?.kind !== "pair") {
    throw new AppError(
      "conflict",
      `The two have no numbers on ${found.benchmark.name} in the ${PASS_WORDS[input.pass]} that may be compared.`,
      { field: "pass", fix: "The comparison says what keeps them apart." },
    );
  }
  const { pair } = pairing;
  return { subjects, benchmark: found.benchmark, pair, pass: passOf(pair.a, input.pass) };
}
