import type { Db } from "@/db/client";
import { seededRng } from "@/server/foundation/rng";
import type { EvaluationView } from "../evaluation-view";
import type { PassName } from "../evaluations.schema";
import { countRulings } from "../regrade/rulings.repo";
import { readItemAnswers } from "../work/item-answers.repo";
import type { PairedFigures } from "./comparison-view";
import { pairedFigures, pairItems, type PairedItem, type PairedPass, type Resampled } from "./paired-figures";
import type { EvaluationPair } from "./pair-evaluations";
import { remembering } from "./remember";

/** Figures of a base with all its descendants on all benchmarks; items of the pairs that people walk through. */
const keptFigures = remembering<PairedFigures>(500);
const keptItems = remembering<readonly PairedItem[]>(6);

/** Items of both evaluations with what each model answered, by the grader whose numbers are shown. */
export function readPair(db: Db, pair: EvaluationPair): readonly PairedItem[] {
  const answersOf = ({ id, scoredWith }: EvaluationView) =>
    readItemAnswers(db, { evaluationId: id, graderVersion: scoredWith });
  return keptItems(db, keyOf(db, pair), () => pairItems(answersOf(pair.a), answersOf(pair.b)));
}

/** Figures of two finished evaluations. */
export function figuresOf(db: Db, pair: EvaluationPair, pass: PassName): PairedFigures {
  return keptFigures(db, `${pass} ${keyOf(db, pair)}`, () =>
    pairedFigures(readPair(db, pair), resamplingOf(pair, pass)),
  );
}

export function passOf({ protocol }: EvaluationView, pass: PassName): PairedPass {
  return { pass, samples: pass === "greedy" ? 1 : (protocol.sampled?.samples ?? 1) };
}

/** The same two evaluations always draw the same resamples. */
export function resamplingOf({ a, b }: EvaluationPair, pass: PassName): Resampled {
  return { ...passOf(a, pass), rng: seededRng(`compare/${a.id}/${b.id}/${pass}`) };
}

/**
 * Answers of a finished evaluation change only where it went on, another grader counts, a person ruled on one, or verdicts that
 * an upgrade in its middle left out are made up for.
 */
function keyOf(db: Db, { a, b }: EvaluationPair): string {
  const parts = [a, b].flatMap(({ id, scoredWith, endedAt, callCount, rescoreTo }) => [
    id,
    scoredWith,
    endedAt,
    callCount,
    rescoreTo,
  ]);
  return [...parts, countRulings(db)].join(" ");
}
