import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chainOfPath } from "../chain";
import { SearchTree } from "../search-tree";
import type { TerminalKind } from "../types";
import { openScripted } from "../testing/open-scripted";
import { chooseSides, chooseTwo, isPlausible } from "./choose-sides";
import { rootPath, type SearchPath } from "./search";
import { stepReward } from "./step-reward";

const { io, stage } = openScripted({});

interface Sibling {
  readonly value: number | null;
  readonly model?: number | null;
  readonly logprob?: number | null;
  readonly terminal?: TerminalKind;
  readonly text?: string;
}

function sibling({ value, model = value, logprob = null, terminal, text = "a step" }: Sibling): SearchPath {
  const steps = [terminal === "boxed" ? `${text} \\boxed{42}` : text];
  const sample = { callId: "c", index: 0 };
  const ended =
    terminal === undefined
      ? null
      : chainOfPath(stage, { steps, sample, tokens: 1, meanLogprob: null, terminal });
  return {
    ...rootPath(new SearchTree(io)),
    steps,
    text: steps.join(""),
    stepLogprob: logprob,
    ended,
    value: value === null ? null : { value, model, kind: "prm", rollouts: 0 },
    reward: value,
  };
}

test.each<{ why: string; path: Sibling; others?: readonly Sibling[]; plausible: boolean }>([
  { why: "a step like another", path: { value: 0.5 }, plausible: true },
  { why: "its model value is at the floor", path: { value: 0.02 }, plausible: true },
  { why: "its model value is under the floor", path: { value: 0.019 }, plausible: false },
  { why: "rollouts that never succeed are no nonsense", path: { value: 0, model: null }, plausible: true },
  {
    why: "it is two nats a token less likely than the likeliest",
    path: { value: 0.5, logprob: -2.5 },
    others: [{ value: 0.9, logprob: -0.5 }],
    plausible: true,
  },
  {
    why: "it is less likely than that",
    path: { value: 0.5, logprob: -2.51 },
    others: [{ value: 0.9, logprob: -0.5 }],
    plausible: false,
  },
  {
    why: "nobody knows its likelihood",
    path: { value: 0.5 },
    others: [{ value: 0.9, logprob: -0.5 }],
    plausible: true,
  },
  { why: "it ends with an answer", path: { value: 0.5, terminal: "boxed" }, plausible: true },
  { why: "it was cut off", path: { value: 0.5, terminal: "truncated" }, plausible: false },
  { why: "it repeats a step", path: { value: 0.5, terminal: "repetition" }, plausible: false },
  { why: "it goes too deep", path: { value: 0.5, terminal: "too-deep" }, plausible: false },
  { why: "it ends without an answer", path: { value: 0.5, terminal: "end-of-turn" }, plausible: false },
])("plausible is $plausible: $why", ({ path, others = [], plausible }) => {
  const one = sibling(path);
  expect(isPlausible(one, [one, ...others.map(sibling)])).toBe(plausible);
});

const chosen = (siblings: readonly Sibling[]) => {
  const paths = siblings.map(sibling);
  const { best, worst } = chooseSides(paths);
  return [best, worst].map((path) => (path === null ? null : paths.indexOf(path)));
};

test("keeps the highest and the lowest plausible", () => {
  expect(chosen([{ value: 0.4 }, { value: 0.9 }, { value: 0.001 }, { value: 0.1 }])).toEqual([1, 3]);
});

test("where none is plausible the worst side takes the best of them", () => {
  expect(chosen([{ value: 0.001 }, { value: 0.01 }])).toEqual([1, 1]);
});

test("equal values: the likelier, then the shorter, and one child for both sides", () => {
  const [short, long] = [
    { value: 0.5, text: "short" },
    { value: 0.5, text: "rather long" },
  ];
  expect(chosen([long, short])).toEqual([1, 1]);
  expect(
    chosen([
      { ...long, logprob: -0.2 },
      { ...short, logprob: -0.3 },
    ]),
  ).toEqual([0, 0]);
});

const two = (siblings: readonly Sibling[]) => {
  const paths = siblings.map(sibling);
  const { best, worst } = chooseTwo(paths);
  return [best, worst].map((path) => (path === null ? null : paths.indexOf(path)));
};

test("a tree keeps two children wherever two are plausible", () => {
  expect(two([{ value: 0.5 }, { value: 0.5 }])).toEqual([0, 1]);
  expect(two([{ value: 0.5 }, { value: 0.4 }, { value: 0.45 }])).toEqual([0, 1]);
  expect(two([{ value: 0.5 }, { value: 0.001 }])).toEqual([0, 0]);
});

test("a step without a value is not chosen", () => {
  expect(chosen([{ value: null }, { value: 0.3 }])).toEqual([1, 1]);
  expect(chosen([{ value: null }])).toEqual([null, null]);
});

test("whatever lambda is, the reward ranks siblings as their values do", () => {
  const unit = fc.float({ min: 0, max: 1, noNaN: true });
  const lambdas = fc.float({ min: 0, max: 10, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(unit, unit), fc.option(unit), lambdas, (values, before, lambda) => {
      const [lower, higher] = values
        .toSorted((a, b) => a - b)
        .map((value) => stepReward({ value, before, lambda }));
      expect(higher).toBeGreaterThanOrEqual(lower ?? Infinity);
    }),
  );
  expect(stepReward({ value: 0.75, before: 0.5, lambda: 1 })).toBe(1);
  expect(stepReward({ value: 0.75, before: null, lambda: 1 })).toBe(0.75);
});
