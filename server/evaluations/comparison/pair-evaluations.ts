import type { ApartPart } from "../apart.schema";
import type { EvaluationView } from "../evaluation-view";
import type { PassName } from "../evaluations.schema";
import { passKey, whyApart } from "../pass-key";
import type { SideName } from "./comparison-view";

export interface EvaluationPair {
  readonly a: EvaluationView;
  readonly b: EvaluationView;
}

/** What may be compared, or why nothing may. */
export type Pairing =
  | { readonly kind: "pair"; readonly pair: EvaluationPair; readonly others: readonly EvaluationPair[] }
  | { readonly kind: "protocol"; readonly pair: EvaluationPair; readonly parts: readonly ApartPart[] }
  | { readonly kind: "unfinished" | "no-pass"; readonly pair: EvaluationPair; readonly side: SideName };

/**
 * The newest two finished evaluations of one benchmark that share a pass key; where none do, the two that come nearest to
 * it, with what keeps them apart. Null where neither has the pass, or one of them no evaluation at all.
 *
 * @param sides - evaluations of each model on the benchmark, the newest first
 */
export function pairEvaluations(
  sides: Readonly<Record<SideName, readonly EvaluationView[]>>,
  pass: PassName,
): Pairing | null {
  const [ofA, ofB] = [withPass(sides.a, pass), withPass(sides.b, pass)];
  if (ofA.length === 0 || ofB.length === 0) {
    const pair = firstPair(ofA.length === 0 ? sides.a : ofA, ofB.length === 0 ? sides.b : ofB);
    if (pair === null || (ofA.length === 0 && ofB.length === 0)) return null;
    return { kind: "no-pass", pair, side: ofA.length === 0 ? "a" : "b" };
  }
  const [doneA, doneB] = [ofA.filter(isFinished), ofB.filter(isFinished)];
  const [pair, ...others] = sharedKeys(doneA, doneB, pass);
  if (pair !== undefined) return { kind: "pair", pair, others };
  const [nearest] = allPairs(doneA.length === 0 ? ofA : doneA, doneB.length === 0 ? ofB : doneB)
    .map((each) => ({ pair: each, parts: whyApart(each.a, each.b, pass) }))
    .toSorted((one, other) => one.parts.length - other.parts.length || madeAt(other.pair) - madeAt(one.pair));
  if (nearest === undefined) return null;
  if (doneA.length === 0) return { kind: "unfinished", pair: nearest.pair, side: "a" };
  if (doneB.length === 0) return { kind: "unfinished", pair: nearest.pair, side: "b" };
  return { kind: "protocol", ...nearest };
}

function withPass(evaluations: readonly EvaluationView[], pass: PassName): EvaluationView[] {
  return evaluations.filter((evaluation) => passKey(evaluation, pass) !== null);
}

function isFinished({ status }: EvaluationView): boolean {
  return status === "finished";
}

function allPairs(a: readonly EvaluationView[], b: readonly EvaluationView[]): EvaluationPair[] {
  return a.flatMap((one) => b.map((other) => ({ a: one, b: other })));
}

function firstPair(a: readonly EvaluationView[], b: readonly EvaluationView[]): EvaluationPair | null {
  const [one, other] = [a[0], b[0]];
  return one === undefined || other === undefined ? null : { a: one, b: other };
}

/** The newest pair of each key that both have, the newest first. */
function sharedKeys(
  a: readonly EvaluationView[],
  b: readonly EvaluationView[],
  pass: PassName,
): EvaluationPair[] {
  const newest = newestByKey(b, pass);
  return [...newestByKey(a, pass)]
    .flatMap(([key, one]) => {
      const other = newest.get(key);
      return other === undefined ? [] : [{ a: one, b: other }];
    })
    .toSorted((one, other) => madeAt(other) - madeAt(one));
}

function newestByKey(evaluations: readonly EvaluationView[], pass: PassName): Map<string, EvaluationView> {
  const newest = new Map<string, EvaluationView>();
  for (const evaluation of evaluations) {
    const key = passKey(evaluation, pass);
    if (key !== null && !newest.has(key)) newest.set(key, evaluation);
  }
  return newest;
}

/** When the later of the two was launched: from then on there was a pair. */
function madeAt({ a, b }: EvaluationPair): number {
  return Math.max(a.createdAt, b.createdAt);
}
