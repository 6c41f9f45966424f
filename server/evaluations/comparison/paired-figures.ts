import {
  deviationOf,
  mcnemarExact,
  meanOf,
  pairedBootstrap,
  pairedDifference,
  signFlip,
  smallestDetectable,
  smallestDetectableMean,
  transitions,
} from "@/server/statistics";
import type { PassName } from "../evaluations.schema";
import { figureOf } from "../scoring/figure-of";
import type { AnswerResult, ItemAnswers } from "../scoring/item-answers";
import type { ComparedCell } from "./comparison.schema";
import type { PairedFigures, SideFigures, SideName } from "./comparison-view";

/** What both models answered to one item. */
export interface PairedItem {
  readonly problemId: string;
  readonly a: ItemAnswers;
  readonly b: ItemAnswers;
}

export interface PairedPass {
  readonly pass: PassName;
  /** k: answers of each item. */
  readonly samples: number;
}

export interface Resampled extends PairedPass {
  /** Numbers in [0, 1) for the bootstrap. */
  readonly rng: () => number;
  /** @default 10000 */
  readonly rounds?: number;
}

/** Items of both, in A's order. */
export function pairItems(a: readonly ItemAnswers[], b: readonly ItemAnswers[]): PairedItem[] {
  const ofB = new Map(b.map((item) => [item.problemId, item]));
  return a.flatMap((item) => {
    const other = ofB.get(item.problemId);
    return other === undefined ? [] : [{ problemId: item.problemId, a: item, b: other }];
  });
}

/** Answers of a pass; those that a failed call left out are missing. */
export function answersOf(item: ItemAnswers, { pass, samples }: PairedPass): readonly AnswerResult[] {
  return (pass === "greedy" ? (item.greedy ?? []) : (item.sampled ?? [])).slice(0, samples);
}

/** Right answers among the `samples` asked for; a missing one is wrong. */
export function rightOf(item: ItemAnswers, pass: PairedPass): number {
  return answersOf(item, pass).reduce((sum, { correct }) => sum + Number(correct), 0);
}

/** The cell of an item, in a pass. */
export function cellOf({ a, b }: PairedItem, pass: PairedPass): ComparedCell {
  const [ofA, ofB] = [rightOf(a, pass), rightOf(b, pass)];
  if (pass.pass === "greedy") {
    if (ofA > 0) return ofB > 0 ? "both" : "only-a";
    return ofB > 0 ? "only-b" : "neither";
  }
  return ofA === ofB ? "same" : ofA > ofB ? "more-a" : "more-b";
}

export function countCells(items: readonly PairedItem[], pass: PairedPass): PairedFigures["cells"] {
  const cells: Partial<Record<ComparedCell, number>> =
    pass.pass === "greedy"
      ? { both: 0, "only-a": 0, "only-b": 0, neither: 0 }
      : { "more-a": 0, "more-b": 0, same: 0 };
  for (const item of items) {
    const cell = cellOf(item, pass);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}

/**
 * Two models on the same items: of one answer each the four counts, Newcombe's interval of the difference and the exact
 * McNemar test; of several the mean of the per-item differences, its bootstrap interval and the sign-flip test.
 */
export function pairedFigures(items: readonly PairedItem[], resampled: Resampled): PairedFigures {
  const shared = {
    items: items.length,
    samples: resampled.samples,
    a: sideFigures(items, "a", resampled),
    b: sideFigures(items, "b", resampled),
    cells: countCells(items, resampled),
  };
  return {
    ...shared,
    ...(resampled.pass === "greedy" ? ofOne(items, resampled) : ofSeveral(items, resampled)),
  };
}

type Tested = Pick<PairedFigures, "difference" | "p" | "exact" | "detectable" | "transitions">;

function ofOne(items: readonly PairedItem[], pass: PairedPass): Tested {
  const found = transitions(items.map(({ a, b }) => ({ a: rightOf(a, pass) > 0, b: rightOf(b, pass) > 0 })));
  const { counts, preservation, rightToWrong, wrongToRight } = found;
  const discordance = (counts.onlyA + counts.onlyB) / Math.max(1, items.length);
  return {
    difference: figureOf(pairedDifference(counts)),
    p: mcnemarExact(counts.onlyA, counts.onlyB),
    exact: true,
    detectable: discordance === 0 ? null : smallestDetectable({ items: items.length, discordance }),
    transitions: {
      wrongToRight,
      rightToWrong,
      preservation: preservation.value === null ? null : figureOf(preservation),
    },
  };
}

function ofSeveral(items: readonly PairedItem[], { rng, rounds = 10_000, ...pass }: Resampled): Tested {
  const differences = differencesOf(items, pass);
  const { p, exact } = signFlip(differences, { rng, rounds });
  const deviation = deviationOf(differences) ?? 0;
  return {
    difference: figureOf(pairedBootstrap(differences, { rng, rounds })),
    p,
    exact,
    detectable: deviation === 0 ? null : smallestDetectableMean({ items: items.length, deviation }),
    transitions: null,
  };
}

/** B's share of right answers less A's, item by item. */
function differencesOf(items: readonly PairedItem[], pass: PairedPass): number[] {
  return items.map(({ a, b }) => (rightOf(b, pass) - rightOf(a, pass)) / pass.samples);
}

function sideFigures(items: readonly PairedItem[], side: SideName, pass: PairedPass): SideFigures {
  const own = items.map((item) => item[side]);
  const given = own.flatMap((item) => answersOf(item, pass));
  const share = (test: (answer: AnswerResult) => boolean): number =>
    given.filter((answer) => test(answer)).length / Math.max(1, given.length);
  const correct = given.filter((answer) => answer.correct).length;
  const answers = items.length * pass.samples;
  return {
    score: correct / Math.max(1, answers),
    correct,
    answers,
    failed: own.filter(({ failed }) => failed).length,
    truncated: share(({ truncated }) => truncated),
    noAnswer: share(({ noAnswer }) => noAnswer),
    meanTokens: meanOf(given.map(({ tokens }) => tokens)) ?? 0,
  };
}

/** The difference on one part of the items, with its interval and no test: of many parts some differ by chance. */
export function sliceDifference(
  items: readonly PairedItem[],
  { rng, rounds = 10_000, ...pass }: Resampled,
): PairedFigures["difference"] {
  if (pass.pass === "sampled") return figureOf(pairedBootstrap(differencesOf(items, pass), { rng, rounds }));
  const { counts } = transitions(
    items.map(({ a, b }) => ({ a: rightOf(a, pass) > 0, b: rightOf(b, pass) > 0 })),
  );
  return figureOf(pairedDifference(counts));
}
