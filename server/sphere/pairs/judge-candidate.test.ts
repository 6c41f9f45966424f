import { expect, test } from "vitest";
import { makeChain } from "../chain";
import { SearchTree } from "../search-tree";
import { testStage } from "../testing/chain-of";
import { judgeCandidate, type PairValues } from "./judge-candidate";

const stage = testStage();

const START = "Step 1: we put both heaps of apples side by side.\n\n";
const RIGHT =
  "Step 2: adding the heaps together makes 3 + 4 = 7 apples.\n\nStep 3: that is all, so \\boxed{7}";
const WRONG =
  "Step 2: taking one heap off the other leaves a single one.\n\nStep 3: that is all, so \\boxed{1}";

interface Sides {
  readonly start?: string;
  readonly right?: string;
  readonly wrong?: string;
  /** Other rollouts that the tree has seen. */
  readonly seen?: readonly string[];
  readonly tested?: PairValues | null;
  /** Process scores of the last steps, as the tree holds them. */
  readonly scores?: readonly [chosen: number, rejected: number];
}

function judge({ start = START, right = RIGHT, wrong = WRONG, seen = [], tested = null, scores }: Sides) {
  const chain = (continuation: string) =>
    makeChain(stage, {
      origin: "root-sample",
      role: "policy",
      sample: {
        ref: { callId: "c", index: 0 },
        text: "",
        tokens: 1,
        meanLogprob: null,
        finish: "end-of-turn",
      },
      prefixSteps: start === "" ? [] : [start],
      continuation,
    });
  const tree = new SearchTree(stage.io);
  const [chosen, rejected] = [chain(right), chain(wrong)];
  for (const one of [chosen, rejected, ...seen.map(chain)]) tree.add(one, { counts: true });
  for (const [index, one] of [chosen, rejected].entries()) {
    const node = tree.find(one.steps);
    if (scores !== undefined && node !== null)
      tree.setScore(node, { score: scores[index] ?? 0, reward: null });
  }
  return judgeCandidate(stage, tree, {
    level: start === "" ? "solution" : "prefix",
    prefixSteps: start === "" ? 0 : 1,
    chosen,
    rejected,
    correctionId: null,
    tested,
  });
}

test("keeps a pair of two endings of one prefix", () => {
  expect(judge({}).pair).toMatchObject({
    prefix: START,
    chosen: RIGHT,
    rejected: WRONG,
    qChosen: 1,
    qRejected: 0,
    rollouts: 1,
    margin: 1,
  });
});

const endsRight = (step: string) => `${step}\n\nStep 3: it comes out well in the end, \\boxed{7}`;
const endsWrong = (step: string) => `${step}\n\nStep 3: it comes out badly in the end, \\boxed{2}`;
const [rightStep = "", wrongStep = ""] = [RIGHT, WRONG].map((text) => text.split("\n\n")[0]);

const times = (count: number, text: string) => Array.from({ length: count }, () => text);
const detour = (way: string) =>
  ["one", "two", "three", "four", "five"]
    .map((word) => `\n\nStep 3: turn number ${word} goes ${way} here.`)
    .join("");

test.each<{ why: string; drop: string; sides: Sides }>([
  { why: "the prefix ends in the middle of a line", drop: "boundary", sides: { start: START.trimEnd() } },
  { why: "a side opens with a space", drop: "boundary", sides: { right: ` ${RIGHT}` } },
  { why: "the chosen side is wrong", drop: "unverified", sides: { right: RIGHT.replace("{7}", "{8}") } },
  { why: "the rejected side is right", drop: "unverified", sides: { wrong: WRONG.replace("{1}", "{7}") } },
  {
    why: "the wrong step often ends well",
    drop: "margin",
    sides: { seen: [endsRight(wrongStep), endsRight(wrongStep)] },
  },
  {
    why: "the rejected path is worth as much",
    drop: "path-value",
    // The wrong step fails mostly, but all that follows it here often ended well, and the other way round.
    sides: {
      right: `${rightStep}${detour("uphill")}\n\nStep 9: at last it comes to \\boxed{7}`,
      wrong: `${wrongStep}${detour("downhill")}\n\nStep 9: and so it comes to \\boxed{1}`,
      seen: [
        ...times(60, endsRight(rightStep)),
        ...times(9, endsWrong(`${rightStep}${detour("uphill")}`)),
        ...times(3, endsRight(`${wrongStep}${detour("downhill")}`)),
        ...times(6, endsWrong(wrongStep)),
      ],
    },
  },
  {
    why: "the steps differ in a number",
    drop: "edit-distance",
    sides: { wrong: RIGHT.replace("= 7 apples", "= 8 apples").replace("{7}", "{8}") },
  },
  {
    why: "long steps differ in a few words",
    drop: "too-similar",
    sides: {
      right: `Step 2: ${"first one thing and then another ".repeat(12)}which makes seven apples in all of it.\n\n${RIGHT.split("\n\n")[1] ?? ""}`,
      wrong: `Step 2: ${"first one thing and then another ".repeat(12)}but here is nothing to be added up.\n\n${WRONG.split("\n\n")[1] ?? ""}`,
    },
  },
  {
    why: "one side is far longer",
    drop: "length-ratio",
    sides: {
      wrong: `${wrongStep}\n\n${Array.from({ length: 30 }, (_, k) => `word${"x".repeat(k)}`).join(" ")} \\boxed{1}`,
    },
  },
])("drops by $drop: $why", ({ drop, sides }) => {
  expect(judge(sides)).toEqual({ pair: null, drop });
});

const scored = (qChosen: number, qRejected: number, valuedBy: "prm" | "judge" | "rollouts" = "prm") => ({
  qChosen,
  qRejected,
  rollouts: valuedBy === "rollouts" ? 8 : 0,
  valuedBy,
});

test.each([
  { why: "a process score needs less", sides: { tested: scored(0.6, 0.35) }, drop: null },
  { why: "but not nothing", sides: { tested: scored(0.6, 0.45) }, drop: "margin" },
  { why: "nor does a judge's", sides: { tested: scored(0.6, 0.45, "judge") }, drop: "margin" },
  {
    why: "rollouts of a test of their own were judged by it",
    sides: { tested: scored(0.25, 0, "rollouts") },
    drop: null,
  },
  {
    why: "a path is worth its scores",
    sides: {
      start: "",
      right: "Adding the heaps together makes 3 + 4 = 7 apples, so \\boxed{7}",
      wrong: "Taking one heap off the other leaves a single one, so \\boxed{1}",
      tested: scored(0.6, 0.3),
      scores: [0.1, 0.9] as const,
    },
    drop: "path-value",
  },
])("margins: $why", ({ sides, drop }) => {
  expect(judge(sides).drop).toBe(drop);
});

test("says what the values are by, and how many rollouts stand behind the less tested one", () => {
  expect(judge({ tested: scored(0.9, 0.1, "judge") }).pair).toMatchObject({ valuedBy: "judge", rollouts: 0 });
  const { pair } = judge({ seen: [endsRight(rightStep), endsRight(rightStep)] });
  expect(pair).toMatchObject({ valuedBy: "rollouts", rollouts: 1 });
});
