import { expect, test } from "vitest";
import { contentChance } from "../content-chance";
import { reflectMessages } from "../prompts";
import { correct, PROBLEM, REPAIR, REPAIRED_STEP, reply } from "../testing/flawed-scene";

const BROKEN =
  "Step 2: Dividing the apples of each box among the boxes gives 10 / 3 apples.\n\nStep 3: With a dozen more she has 15 and a bit of apples. \\boxed{15}";
const mixed = (number: number) => (number % 2 === 0 ? reply(REPAIR) : reply(BROKEN));
const TURNS = { correctionTurnPairs: true, correctionSamples: 12 };
const ids = Array.from({ length: 60 }, (_, index) => `p${String(index)}`);
const checked = ids.find((id) => contentChance(`check/${id}`) < 1 / 4) ?? "";
const unchecked = ids.find((id) => contentChance(`check/${id}`) >= 1 / 4) ?? "";

const turnsOf = (outcome: Awaited<ReturnType<typeof correct>>["outcome"]) =>
  outcome.pairs.filter(({ level }) => level === "correction-turn");

test("an accepted reflection stands against one that ended wrong, after the request that both answer", async () => {
  const { io, outcome } = await correct({ reflection: mixed, id: unchecked }, TURNS);
  expect(outcome.pairs.map(({ level }) => level)).toEqual(["prefix", "correction-turn"]);
  const [turn] = turnsOf(outcome);
  expect(turn).toMatchObject({
    chosen: reply(REPAIR),
    rejected: reply(BROKEN),
    prefix: "",
    valuedBy: "outcome",
    hinted: false,
  });
  const [wrong] = outcome.corrections;
  const steps = io.requests.flatMap(({ purpose, messages }) => (purpose === "reflect" ? [messages] : []));
  expect(steps).toContainEqual(turn?.prompt);
  expect(JSON.stringify(turn?.prompt)).toContain("The final answer above is not correct");
  expect(JSON.stringify(turn?.prompt)).not.toContain("42");
  expect(wrong?.wrongChainId).toBe(outcome.pairs[0]?.rejectedChainId);
});

test("the flag is off by default, and one kind of reply alone makes no turn", async () => {
  expect(turnsOf((await correct({ reflection: mixed })).outcome)).toEqual([]);
  expect(turnsOf((await correct({ reflection: reply(REPAIR) }, TURNS)).outcome)).toEqual([]);
});

test("a reply whose end another sample wrote is no turn", async () => {
  const slip = reply(
    `${REPAIRED_STEP}Step 3: That makes 30 + 12 = 44 apples altogether for her. \\boxed{44}`,
  );
  const { outcome } = await correct({ reflection: slip }, TURNS);
  expect(outcome.pairs.map(({ level }) => level)).toEqual(["prefix"]);
});

const NONE = `First wrong step: none\nWhat is wrong: nothing\nCorrected solution:\n${REPAIR.slice(REPAIR.indexOf("Step 3"))}`;
const breaks = reply(BROKEN, 2);

test("on one problem in four a right solution is checked: chosen leaves it, rejected breaks it", async () => {
  const check = (number: number) => (number % 2 === 0 ? NONE : breaks);
  const { io, outcome } = await correct({ reflection: mixed, check, id: checked }, TURNS);
  const [, item] = turnsOf(outcome);
  expect(item).toMatchObject({ chosen: NONE, rejected: breaks, correctionId: null });
  const prompt = JSON.stringify(item?.prompt);
  expect(prompt).toContain("may be right");
  expect(prompt).not.toContain("is not correct");
  const right = outcome.chains.find(({ id }) => id === item?.chosenChainId);
  expect(right?.verdict).toBe("correct");
  // Checks are no reflections on a wrong solution: the control does not count them.
  expect(outcome.control?.reflected.samples).toBe(12);
  expect(io.requests.filter(({ messages }) => messages[0]?.content.includes("may be right"))).toHaveLength(2);
});

test("no check item where the policy only ever leaves the solution, or only ever breaks it", async () => {
  for (const only of [NONE, breaks]) {
    const { outcome } = await correct({ reflection: mixed, check: () => only, id: checked }, TURNS);
    expect(turnsOf(outcome)).toHaveLength(1);
  }
});

test("problems that are not drawn are not checked", async () => {
  const { io } = await correct({ reflection: mixed, check: () => NONE, id: unchecked }, TURNS);
  expect(io.requests.some(({ messages }) => messages[0]?.content.includes("may be right"))).toBe(false);
});

test("a turn's request says nothing of the answer", () => {
  const flawed = { problem: PROBLEM, steps: ["It is \\boxed{25}"], suspect: 0 };
  expect(JSON.stringify(reflectMessages(flawed, "careful"))).not.toContain("42");
});
