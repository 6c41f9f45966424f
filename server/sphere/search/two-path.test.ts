import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { SphereConfig } from "../config";
import { NoSamplesError } from "../errors";
import type { MeasureRequest } from "../io";
import { openScripted } from "../testing/open-scripted";
import { plantedPolicy, plantedStep } from "../testing/planted-policy";
import { plantedScorer } from "../testing/planted-scorer";
import type { Script } from "../testing/scripted-io";
import { seededRandom } from "../testing/seeded-random";
import { stepKey } from "../step-key";
import type { SearchResult } from "./search";
import { twoPath } from "./two-path";

vi.setConfig({ testTimeout: 60_000 });

const DEPTH = 4;
const WORDINGS = 3;
/** Enough candidates for every one of three wordings to come up: one is missed with 3 (2/3)^60. */
const EVERY = 60;

/** A policy with three ways to write each step, all of them right. */
const threeWays: Script = ({ prefix, sampling }, random) => {
  const at = prefix.match(/Step \d+:/g)?.length ?? 0;
  const text = plantedStep(at, "right", Math.floor(random() * WORDINGS));
  return at === DEPTH - 1 ? `${text} \\boxed{42}` : `${text}\n${sampling.stop[0] ?? ""}`;
};

const stepAt = (at: number, way: number) =>
  plantedStep(at, "right", way) + (at === DEPTH - 1 ? " \\boxed{42}" : "\n\n");

/** Planted value of a prefix, by the words of its steps. */
const planted = (seed: string, steps: readonly string[]) =>
  seededRandom(seed + steps.map(stepKey).join("|"))();

/** The chain that takes the child of the highest (1) or lowest (-1) planted value at every step. */
function greedy(seed: string, sign: 1 | -1): string {
  const steps: string[] = [];
  while (steps.length < DEPTH) {
    const ways = Array.from({ length: WORDINGS }, (_, way) => [...steps, stepAt(steps.length, way)]);
    const [next = []] = ways.toSorted((a, b) => sign * (planted(seed, b) - planted(seed, a)));
    steps.push(next.at(-1) ?? "");
  }
  return steps.join("");
}

async function search(
  script: Script,
  config: Partial<SphereConfig>,
  measure?: (asked: MeasureRequest) => number[] | null,
) {
  const { io, stage } = openScripted(
    { script, ...(measure === undefined ? {} : { measure }) },
    { mode: "two-path", scorer: "prm", ...config },
    { scorerModel: "prm" },
  );
  return { io, result: await twoPath(stage) };
}

/** The solution at the end of what the growth kept for one side. */
function solutionOf({ tree }: SearchResult, side: "best" | "worst"): string {
  const nodes = new Map(tree.snapshot().map((node) => [node.id, node]));
  const kept = tree.growth().flatMap((step) => step[side] ?? []);
  const text: string[] = [];
  for (let at = nodes.get(kept.at(-1) ?? ""); at !== undefined; at = nodes.get(at.parentId ?? ""))
    text.unshift(at.step);
  return text.join("");
}

const MONOTONE: readonly ((v: number) => number)[] = [
  (v) => v,
  (v) => v ** 3,
  (v) => Math.sqrt(v),
  (v) => 0.4 + v / 5,
  (v) => 1 / (1 + Math.exp(-4 * (v - 0.5))),
];

test("returns the planted best and worst chains for any monotone model and any lambda", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ maxLength: 5 }),
      fc.constantFrom(...MONOTONE),
      fc.constantFrom(0, 0.3, 1, 10),
      async (seed, transform, lambda) => {
        // Above the floor of plausibility, which is no matter of order.
        const measure = (asked: MeasureRequest) =>
          asked.kind === "step-scores"
            ? asked.steps.map(
                (_, index) => 0.02 + 0.98 * transform(planted(seed, asked.steps.slice(0, index + 1))),
              )
            : null;
        const { result } = await search(threeWays, { candidates: EVERY, lambda }, measure);
        expect(solutionOf(result, "best")).toBe(greedy(seed, 1));
        expect(solutionOf(result, "worst")).toBe(greedy(seed, -1));
        expect(result.bucket).toBe("easy");
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});

test("costs (2D - 1) E steps in D rounds of requests, and scores each distinct candidate once", async () => {
  const { io, result } = await search(
    plantedPolicy({ steps: 5, answer: "42", rightStep: 0.5 }),
    { candidates: 5 },
    plantedScorerOnly(),
  );
  const asked = io.requests.filter(({ purpose }) => purpose === "expand");
  expect(asked.reduce((sum, { n }) => sum + n, 0)).toBe((2 * 5 - 1) * 5);
  expect(asked.map(({ n, depth }) => [n, depth])).toEqual([
    [5, 0],
    ...[1, 2, 3, 4].flatMap((depth) => [
      [5, depth],
      [5, depth],
    ]),
  ]);
  expect(result.bucket).toBe("mixed");
  expect(result.scoring).toEqual({ asked: 45, byRollouts: 0 });
});

function plantedScorerOnly() {
  const answer = plantedScorer();
  return (asked: MeasureRequest) => [...(answer(asked) ?? [])];
}

const early: Script = ({ prefix, sampling }, random) => {
  const at = prefix.match(/Step \d+:/g)?.length ?? 0;
  const good = at === 0 ? random() < 0.5 : !prefix.includes("wrongly");
  if (good) return "Step 1: it is easily seen to be so. \\boxed{42}";
  const step = plantedStep(at, "wrong", Math.floor(random() * 1000));
  return at === 3 ? `${step} \\boxed{7}` : `${step}\n${sampling.stop[0] ?? ""}`;
};

test("a side that has finished stays, and the other goes on", async () => {
  const { io, result } = await search(early, { candidates: 5 }, plantedScorerOnly());
  expect(io.requests.filter(({ purpose }) => purpose === "expand").map(({ depth }) => depth)).toEqual([
    0, 1, 2, 3,
  ]);
  expect(result.bucket).toBe("mixed");
  expect(result.groups.flat()).toMatchObject([{ level: "solution", tested: { valuedBy: "prm" } }]);
});

test("alternatives beside the two paths are run to their ends by rollouts, for prefix pairs", async () => {
  const { io, result } = await search(
    plantedPolicy({ steps: 5, answer: "42", rightStep: 0.6 }),
    { candidates: 5 },
    plantedScorerOnly(),
  );
  const rollouts = io.requests.filter(({ purpose }) => purpose === "rollout");
  expect(rollouts.length).toBeGreaterThan(0);
  expect(rollouts.every(({ depth }) => depth > 1)).toBe(true);
  const prefixes = result.groups.flat().filter(({ level }) => level === "prefix");
  expect(prefixes.length).toBeGreaterThanOrEqual(2);
});

const dries =
  (then: string): Script =>
  ({ prefix, sampling }) =>
    `${prefix === "" ? "Step 1: this is how it begins." : then}\n${sampling.stop[0] ?? ""}`;

test("a path that nothing usable follows, twice in a row, is a solution cut off", async () => {
  const { io, result } = await search(dries("\\[ x"), { candidates: 3 }, plantedScorerOnly());
  const firsts = io.requests.filter(({ n }) => n === 3);
  expect(firsts.map(({ depth, ordinal }) => [depth, ordinal])).toContainEqual([1, 3]);
  expect(result.chains).toMatchObject([{ terminal: "empty", verdict: "no-answer", origin: "search" }]);
  expect(result.bucket).toBe("hard");
});

test("a path after which the model writes nothing, twice in a row, had ended", async () => {
  const { io, result } = await search(dries(""), { candidates: 3 }, plantedScorerOnly());
  expect(io.requests.map(({ depth, ordinal }) => [depth, ordinal])).toEqual([
    [0, 0],
    [1, 0],
    [1, 3],
  ]);
  expect(result.chains).toMatchObject([{ terminal: "end-of-turn", origin: "search" }]);
});

test("no first step at all is an error", async () => {
  await expect(search(() => null, {})).rejects.toBeInstanceOf(NoSamplesError);
});

const likesOneWay = (asked: MeasureRequest) =>
  asked.kind === "step-scores" ? asked.steps.map((step) => (step.includes("one way") ? 0.9 : 0.3)) : null;

test("says why each candidate was not followed", async () => {
  const words = [
    "this is one way to begin with it",
    "that is another way that one can take",
    "nobody would ever write it so",
  ];
  const script: Script = ({ prefix, sampling }, random) => {
    if (prefix.includes("never ends")) return `and on${sampling.stop[0] ?? ""}`;
    if (prefix !== "") return "Step 2: so it is \\boxed{42}";
    const at = Math.floor(random() * 5);
    const text = words[at] ?? (at === 3 ? "here is \\[ x that never ends" : `${words[0] ?? ""} now`);
    return { text: `Step 1: ${text}.\n\nStep 2`, meanLogprob: at === 2 ? -4 : -0.5 };
  };
  const { result } = await search(script, { candidates: 40 }, likesOneWay);
  const reasons = result.tree
    .snapshot()
    .filter(({ depth }) => depth === 1)
    .map(({ step, pruned }) => [step.slice(8, 30), pruned]);
  expect(new Map(reasons.map(([step, pruned]) => [step, pruned]))).toEqual(
    new Map([
      ["this is one way to beg", null],
      ["that is another way th", null],
      ["nobody would ever writ", "implausible"],
      ["here is \\[ x that neve", "unparsable"],
    ]),
  );
});
