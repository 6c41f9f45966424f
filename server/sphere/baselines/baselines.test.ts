import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RunKind, SphereConfig } from "../config";
import { NoSamplesError } from "../errors";
import { brokenGrowth } from "../testing/broken-growth";
import { plantedPolicy } from "../testing/planted-policy";
import { runScripted } from "../testing/run-scripted";
import type { Script } from "../testing/scripted-io";

const ANSWER = "42";

async function run(kind: RunKind, script: Script, config: Partial<SphereConfig> = {}) {
  const { io, outcomes } = await runScripted({ script, answer: ANSWER }, config, { kind });
  const [outcome, ...others] = outcomes;
  if (outcome === undefined || others.length > 0) throw new Error("a baseline has one stage");
  return { io, outcome };
}

/** Sample i says the i-th text. */
const saying = (texts: readonly string[]): Script => {
  let next = 0;
  return () => ({ text: texts[next++ % texts.length] ?? "", meanLogprob: -next / 10 });
};

const SHORT = "We add 3 + 39 = 42, so \\boxed{42}";
const LONG = "First of all we take 6 * 7 = 42 which is all that there is to it, so \\boxed{42}";
const WRONG = ["So it is \\boxed{1}", "Thus it is \\boxed{2}", "Hence it is \\boxed{3}"];

test("iid pairs: the longest right sample against a wrong one, without a search", async () => {
  const { io, outcome } = await run("iid-pairs", saying([SHORT, LONG, ...WRONG]), { rootSamples: 5 });
  expect(io.requests.map(({ purpose, n }) => [purpose, n])).toEqual([["solve", 5]]);
  expect(outcome).toMatchObject({
    stage: "self-generation",
    bucket: "mixed",
    demonstrations: [],
    control: null,
  });
  expect(outcome.pairs).toMatchObject([
    { level: "solution", chosen: LONG, valuedBy: "outcome", qChosen: 1, qRejected: 0, margin: 1, prefix: "" },
  ]);
  expect(WRONG).toContain(outcome.pairs[0]?.rejected);
  expect(outcome.diversity?.chains).toBe(5);
  expect(brokenGrowth(outcome)).toEqual([]);
});

test("the wrong one is drawn by the texts, whatever order they came in, and not always the same", async () => {
  const rejected = new Set<string>();
  for (const word of ["all", "more", "else", "one", "two", "six"]) {
    const texts = [LONG.replace("all", word), ...WRONG];
    const orders = [texts, texts.toReversed()];
    const drawn = await Promise.all(
      orders.map((order) => run("iid-pairs", saying(order), { rootSamples: 4 })),
    );
    const chosen = drawn.map(({ outcome }) => outcome.pairs[0]?.rejected ?? "");
    expect(chosen[1]).toBe(chosen[0]);
    rejected.add(chosen[0] ?? "");
  }
  expect(rejected.size).toBeGreaterThan(1);
});

test.each([
  { why: "all right", texts: [SHORT, LONG] },
  { why: "all wrong", texts: WRONG },
  { why: "the wrong ones have no end", texts: [SHORT, "So it is"] },
  { why: "the wrong ones cannot be trained on", texts: [SHORT, ` ${WRONG[0] ?? ""}`] },
])("no pair where $why", async ({ texts }) => {
  expect((await run("iid-pairs", saying(texts))).outcome.pairs).toEqual([]);
});

test("iid pairs keep their promises under any policy", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0.5, 0.8, 0.9),
      fc.constantFrom(0, 0.3),
      fc.string({ maxLength: 3 }),
      async (rightStep, cut, seed) => {
        const script = plantedPolicy({ steps: 4, answer: ANSWER, rightStep, cut });
        const { io, outcomes } = await runScripted(
          { script, answer: ANSWER, seed },
          {},
          { kind: "iid-pairs" },
        );
        const { chains, pairs } = outcomes[0] ?? { chains: [], pairs: [] };
        const clean = chains.filter(({ terminal }) => terminal === "boxed" || terminal === "end-of-turn");
        const ended = (verdict: string) => clean.filter((chain) => chain.verdict === verdict);
        expect(pairs).toHaveLength(ended("correct").length > 0 && ended("incorrect").length > 0 ? 1 : 0);
        for (const { chosen, rejected } of pairs) {
          expect(io.grade(chosen).verdict).toBe("correct");
          expect(ended("incorrect").map(({ text }) => text)).toContain(rejected);
          expect(chosen.length).toBe(Math.max(...ended("correct").map(({ text }) => text.length)));
        }
      },
    ),
    { numRuns: 150, seed: 5 },
  );
});

test("rejection sampling: one right solution for each list of operations, no pair", async () => {
  const again = "So 3 + 39 = 42 of them there are, \\boxed{42}";
  const texts = [SHORT, LONG, again, SHORT, ...WRONG];
  const { outcome } = await run("rejection-sampling", saying(texts), { rootSamples: 7 });
  expect(outcome.demonstrations.map(({ completion }) => completion).toSorted()).toEqual(
    [LONG, SHORT].toSorted(),
  );
  expect(outcome.pairs).toEqual([]);
  expect(outcome.dropped).toEqual({ "near-duplicate": 1 });
  const chains = new Map(outcome.chains.map(({ id, text }) => [id, text]));
  expect(outcome.demonstrations.every(({ chainId, completion }) => chains.get(chainId) === completion)).toBe(
    true,
  );
});

test("no more than the run allows, and those that compute most differently", async () => {
  const texts = ["1 + 41 = 42", "1 + 41 = 42 or 2 * 21 = 42", "84 / 2 = 42 and 50 - 8 = 42"].map(
    (sums) => `We see ${sums}, so \\boxed{42}`,
  );
  const config = { rootSamples: 3, pairsPerProblem: 2 };
  const { outcome } = await run("rejection-sampling", saying(texts), config);
  expect(outcome.demonstrations.map(({ completion }) => completion)).toContain(texts[2]);
  expect(outcome.demonstrations).toHaveLength(2);
  expect(outcome.dropped).toEqual({ cap: 1 });
});

test("solutions without operations are told apart by their words", async () => {
  const texts = [
    "By looking at it, \\boxed{42}",
    "By looking at it all, \\boxed{42}",
    "Nobody could doubt that here we have \\boxed{42}",
  ];
  const { outcome } = await run("rejection-sampling", saying(texts), { rootSamples: 3 });
  expect(outcome.demonstrations).toHaveLength(2);
});

test.each(["iid-pairs", "rejection-sampling"] as const)(
  "%s fails by name where every sample fails",
  async (kind) => {
    await expect(run(kind, () => null)).rejects.toBeInstanceOf(NoSamplesError);
  },
);
