import { expect, test } from "vitest";
import type { Stage } from "../io";
import { SearchTree } from "../search-tree";
import { chainOf, testStage } from "../testing/chain-of";
import type { Chain } from "../types";
import { DropCounts } from "./drop-rules";
import type { PairCandidate } from "./judge-candidate";
import type { TurnCandidate } from "./judge-turn";
import { type CandidateGroup, selectPairs } from "./select-pairs";

const START = "Step 1: we put both heaps of apples side by side.\n\n";
const RIGHT = ["adding both heaps we get seven of them", "one more than half a dozen of them is there"].map(
  (words) => chainOf(`${START}Step 2: ${words}.\n\nStep 3: so that is all of it, \\boxed{7}`),
);
const WRONG = [
  "taking the second heap off leaves one",
  "both of them together come to twelve or so",
  "nobody can say",
].map((words, index) =>
  chainOf(`${START}Step 2: ${words}.\n\nStep 3: so this much it is, \\boxed{${String(10 + index)}}`),
);

const [one, two] = RIGHT;
const [first, second, third] = WRONG;
if (!one || !two || !first || !second || !third) throw new Error("no chains");

const pair = (chosen: Chain, rejected: Chain, level: "solution" | "prefix" = "solution"): CandidateGroup => [
  { level, prefixSteps: level === "prefix" ? 1 : 0, chosen, rejected, correctionId: null, tested: null },
];
const prefix = (chosen: Chain, rejected: Chain) => pair(chosen, rejected, "prefix");
const turn = (chosen: Chain, rejected: Chain): CandidateGroup<TurnCandidate> => [
  {
    level: "correction-turn",
    prompt: [{ role: "user", content: "Look again." }],
    chosen: { reply: `First wrong step: 2\n${chosen.text}`, chain: chosen },
    rejected: { reply: `First wrong step: 3\n${rejected.text}`, chain: rejected },
    correctionId: null,
  },
];

function select(
  groups: readonly CandidateGroup<PairCandidate | TurnCandidate>[],
  options: { stage?: Stage; pairsPerProblem?: number } = {},
) {
  const { stage = "self-generation", pairsPerProblem = 32 } = options;
  const open = testStage({ stage, config: { pairsPerProblem, minEditDistance: 0 } });
  const drops = new DropCounts();
  const pairs = selectPairs(open, { tree: new SearchTree(open.io), groups, before: [], drops });
  return { levels: pairs.map(({ level }) => level), dropped: drops.toRecord(), pairs };
}

test("stage 1 makes one pair of solutions and two behind a prefix", () => {
  const groups = [
    prefix(one, first),
    prefix(two, second),
    prefix(one, third),
    pair(one, second),
    pair(two, first),
  ];
  expect(select(groups)).toMatchObject({ levels: ["prefix", "prefix", "solution"], dropped: { cap: 2 } });
});

test.each(["self-correction", "diversity-induction"] as const)("%s adds one, of either level", (stage) => {
  expect(select([prefix(one, first), pair(two, second)], { stage })).toMatchObject({
    levels: ["prefix"],
    dropped: { cap: 1 },
  });
});

test("correction turns stand beside, two at most", () => {
  const groups = [pair(one, first), turn(one, first), turn(two, second), turn(two, third)];
  expect(select(groups, { stage: "self-correction" })).toMatchObject({
    levels: ["solution", "correction-turn", "correction-turn"],
    dropped: { cap: 1 },
  });
});

test("a problem has no more pairs than the run allows", () => {
  const groups = [prefix(one, first), prefix(two, second), pair(one, second)];
  expect(select(groups, { pairsPerProblem: 2 })).toMatchObject({
    levels: ["prefix", "prefix"],
    dropped: { cap: 1 },
  });
});

test("one text stands on one side twice at most", () => {
  const groups = [prefix(one, first), prefix(one, second), pair(one, third), pair(two, first)];
  expect(select(groups)).toMatchObject({ levels: ["prefix", "prefix", "solution"], dropped: { reuse: 1 } });
});

test("of a group the pair whose sides share the fewest tokens is kept, the others count as many", () => {
  const group = [first, second, third].flatMap((rejected) => pair(one, rejected));
  const { pairs, dropped } = select([group]);
  expect(pairs).toHaveLength(1);
  expect(dropped).toEqual({ cap: 2 });
  const alone = group.map((candidate) => select([[candidate]]).pairs[0]?.similarity ?? 1);
  expect(pairs[0]?.similarity).toBe(Math.min(...alone));
});
