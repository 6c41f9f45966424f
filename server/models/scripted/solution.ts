import type { Rng } from "@/server/foundation/rng";
import { wrongAnswer, type Plan } from "./plan";

const RIGHT_WORDS = [
  "Next we put the amounts together as the problem tells us",
  "Now we take the following sentence of the story into account",
  "From what was found so far we get the new total",
  "We bring in the quantity that has not been used yet",
  "Working through the next part, the running amount becomes",
] as const;
const WRONG_WORDS = [
  "Reading the question quickly, it seems that we have",
  "The same rule as before should apply once more, so",
  "If we count every item one time, the amount comes to",
  "Rounding in the head to make this part easier gives",
] as const;
const LAST_WORDS = ["So the answer is", "Hence the result is", "That makes the final answer"] as const;
const PASS_AFTER_DIFFICULTY = 0.97;
const RECOVER = 0.03;

/** Where a text stands: how many steps it has, what it has added up, and whether a step of it is false. */
export interface Progress {
  readonly steps: number;
  readonly value: number;
  readonly wrong: boolean;
}

export const AT_START: Progress = { steps: 0, value: 0, wrong: false };

/** Reads the steps of a text that the double (or any model that writes `a + b = c`) wrote. */
export function readProgress(text: string, plan: Plan): Progress {
  const steps = text.split(/(?=^Step \d+:)/m).filter((step) => /^Step \d+:/.test(step));
  const wrong = firstFalseStep(steps) !== null;
  const expected = plan.values[Math.min(steps.length, plan.values.length) - 1] ?? 0;
  const last = [...text.matchAll(/=\s*(-?\d+)/g)].at(-1)?.[1];
  const value = last === undefined ? expected : Number(last);
  return { steps: steps.length, value, wrong: wrong || value !== expected };
}

/** 0-based index of the first step with a false sum, or null. */
export function firstFalseStep(steps: readonly string[]): number | null {
  const at = steps.findIndex((step) =>
    [...step.matchAll(/(-?\d+) ([+-]) (\d+) = (-?\d+)/g)].some(([, a, sign, b, sum]) => {
      const change = sign === "+" ? Number(b) : -Number(b);
      return Number(a) + change !== Number(sum);
    }),
  );
  return at < 0 ? null : at;
}

/** Writes the steps after `from`, to the answer. `pass` is the chance to get the difficult step right. */
export function writeSteps(plan: Plan, from: Progress, { pass, rng }: { pass: number; rng: Rng }): string[] {
  const steps: string[] = [];
  let { value, wrong } = from;
  for (let k = from.steps + 1; k <= plan.values.length; k++) {
    const before = plan.values[k - 2] ?? 0;
    const change = (plan.values[k - 1] ?? 0) - before;
    const chance = k === plan.difficultStep ? pass : k === 1 ? 1 : PASS_AFTER_DIFFICULTY;
    const slips = !wrong && rng() >= (pass === 1 ? 1 : chance);
    const repairs = wrong && rng() < RECOVER && pass > 0;
    const right = repairs ? (plan.values[k - 1] ?? 0) : value + change;
    const next = slips ? right + (rng() < 0.5 ? 1 : -1) * (1 + Math.floor(rng() * 9)) : right;
    wrong = (wrong && !repairs) || slips;
    steps.push(
      `Step ${k}: ${k === 1 ? firstStep(next) : laterStep({ value, change, next, slips, repairs }, rng)}`,
    );
    value = next;
  }
  const error = value - (plan.values.at(-1) ?? 0);
  const answer = error === 0 ? plan.answer : wrongAnswer(plan.answer, error);
  steps.push(
    `Step ${Math.max(from.steps, plan.values.length) + 1}: ${pick(LAST_WORDS, rng)} $\\boxed{${answer}}$.`,
  );
  return steps;
}

function firstStep(value: number): string {
  return `The problem gives us the amount to start from, so we have $x = ${value}$.`;
}

interface Sum {
  readonly value: number;
  readonly change: number;
  readonly next: number;
  readonly slips: boolean;
  readonly repairs: boolean;
}

function laterStep({ value, change, next, slips, repairs }: Sum, rng: Rng): string {
  if (repairs)
    return `Counting all of it afresh from the beginning of the story, the amount must be $x = ${next}$.`;
  const words = pick(slips ? WRONG_WORDS : RIGHT_WORDS, rng);
  return `${words}: $${value} ${change < 0 ? "-" : "+"} ${Math.abs(change)} = ${next}$.`;
}

function pick<T>(items: readonly [T, ...T[]], rng: Rng): T {
  return items[Math.floor(rng() * items.length)] ?? items[0];
}
