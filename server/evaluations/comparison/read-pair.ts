import type { Db } from "@/db/client";
import { seededRng } from "@/server/foundation/rng";
import type { EvaluationView } from "../evaluation-view";
import type { PassName } from "../evaluations.schema";
import { countRulings } from "../regrade/rulings.repo";
import { readItemAnswers } from "../work/item-answers.repo";
import type { PairedFigures } from "./comparison-view";
import { pairedFigures, pairItems, type PairedItem, type PairedPass, type Resampled } from "./paired-figures";
import type { EvaluationPair } from "./pair-evaluations";

/** Figures of a pair are kept for as many pairs; the oldest goes first. */
const KEPT = 200;

const kept = new WeakMap<Db, Map<string, PairedFigures>>();

/** Items of both evaluations with what each model answered, by the grader whose numbers are shown. */
export function readPair(db: Db, { a, b }: EvaluationPair): PairedItem[] {
  const answersOf = ({ id, scoredWith }: EvaluationView) =>
    readItemAnswers(db, { evaluationId: id, graderVersion: scoredWith });
  return pairItems(answersOf(a), answersOf(b));
}

export function passOf({ protocol }: EvaluationView, pass: PassName): PairedPass {
  return { pass, samples: pass === "greedy" ? 1 : (protocol.sampled?.samples ?? 1) };
}

/** The same two evaluations always draw the same resamples. */
export function resamplingOf({ a, b }: EvaluationPair, pass: PassName): Resampled {
  return { ...passOf(a, pass), rng: seededRng(`compare/${a.id}/${b.id}/${pass}`) };
}

/**
 * Figures of two finished evaluations. They change only where an evaluation went on, or a person ruled on an answer, so that
 * a base with all its descendants is computed once and not with every look at the page.
 */
export function figuresOf(db: Db, pair: EvaluationPair, pass: PassName): PairedFigures {
  const { a, b } = pair;
  const key = [a, b]
    .flatMap(({ id, scoredWith, endedAt, callCount }) => [id, scoredWith, endedAt, callCount])
    .concat(pass, countRulings(db))
    .join(" ");
  const ofDb = kept.get(db) ?? new Map<string, PairedFigures>();
  kept.set(db, ofDb);
  const known = ofDb.get(key);
  if (known !== undefined) return known;
  const figures = pairedFigures(readPair(db, pair), resamplingOf(pair, pass));
  ofDb.set(key, figures);
  for (const oldest of ofDb.keys()) {
    if (ofDb.size <= KEPT) break;
    ofDb.delete(oldest);
  }
  return figures;
}
