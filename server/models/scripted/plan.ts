import { seededRng } from "@/server/foundation/rng";

/** The one right way to solve a problem, as the double sees it: a sum that is added up step by step. */
export interface Plan {
  /** `values[i]` is known after step `i + 1`; the last one leads to the answer. */
  readonly values: readonly number[];
  readonly answer: string;
  /** 1-based step at which solutions go wrong. */
  readonly difficultStep: number;
}

/** Steps before the one that states the answer. */
const FEWEST = 3;
const MOST = 5;

/** The same text and answer give the same plan. */
export function makePlan(problem: string, answer: string): Plan {
  const rng = seededRng(`plan/${problem}/${answer}`);
  const numbers = [...problem.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter((n) => n < 10_000);
  const count = FEWEST + Math.floor(rng() * (MOST - FEWEST + 1));
  const target = wholeNumber(answer) ?? 10 + Math.floor(rng() * 90);
  const values = Array.from({ length: count }, (_, i) => numbers[i] ?? 2 + Math.floor(rng() * 40));
  values[count - 1] = target;
  const difficultStep = 2 + Math.floor(rng() * (count - 1));
  return { values, answer, difficultStep };
}

/** An answer that differs from the right one by `error`, or looks different where it is no number. */
export function wrongAnswer(answer: string, error: number): string {
  const number = wholeNumber(answer);
  return number === null ? `${answer} + ${error}` : String(number + error);
}

function wholeNumber(answer: string): number | null {
  const digits = answer.replaceAll(/[,$\s]/g, "");
  return /^-?\d{1,12}$/.test(digits) ? Number(digits) : null;
}
