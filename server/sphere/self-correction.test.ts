import { expect, test } from "vitest";
import { DEFAULT_SPHERE_CONFIG } from "./config";
import { refusal } from "./correction-rules";
import { selfCorrect } from "./self-correction";
import { selfGenerate } from "./self-generation";
import { createScriptedIo, type ScriptedReply } from "./testing/scripted-io";

const PROBLEM = { id: "p", statement: "Anna has 3 boxes of 10 apples and buys 12 more. How many has she?" };
const START = "Step 1: Anna starts the day with three boxes, and each of them holds ten apples.\n\n";
const WRONG = `${START}Step 2: She has 3 + 10 = 13 apples in the boxes at the start of the day.\n\nStep 3: After buying more she has 13 + 12 = 25 apples in all. \\boxed{25}`;
const REPAIR =
  "Step 2: Multiplying the boxes by what each one holds gives 3 * 10 = 30 apples.\n\nStep 3: Buying a dozen more makes that 30 + 12 = 42 apples altogether. \\boxed{42}";
const reply = (solution: string, step = 2) =>
  `First wrong step: ${String(step)}\nWhat is wrong: The boxes were added.\nCorrected solution:\n${solution}`;

interface Scene {
  readonly reflection: string | ScriptedReply;
  /** Chances that rollouts from the repaired and from the wrong step succeed. */
  readonly repaired?: number;
  readonly original?: number;
  readonly votes?: string;
}

async function correct(scene: Scene, config = {}) {
  const { reflection, repaired = 1, original = 0, votes = "2" } = scene;
  const io = createScriptedIo({
    answer: "42",
    script: ({ purpose, prefix }, random) => {
      if (purpose === "locate") return votes;
      if (purpose === "reflect") return reflection;
      if (purpose === "solve") return WRONG;
      const chance = prefix.includes("Multiplying") ? repaired : original;
      return `Step 3: The rest of it follows from this. \\boxed{${random() < chance ? "42" : "25"}}`;
    },
  });
  const context = {
    io,
    config: { ...DEFAULT_SPHERE_CONFIG, correctionSamples: 4, correctionRounds: 1, ...config },
    hasSmallModel: false,
  };
  const first = await selfGenerate(PROBLEM, context);
  expect(first.bucket).toBe("hard");
  const outcome = await selfCorrect(PROBLEM, first, context);
  return { io, outcome, rules: new Set(outcome.corrections.map(({ refusedBy }) => refusedBy)) };
}

test("an accepted correction becomes one pair behind the kept prefix, without the reflection", async () => {
  const { outcome, rules } = await correct({ reflection: reply(REPAIR) });
  expect(rules).toEqual(new Set([null]));
  expect(outcome.corrections[0]).toMatchObject({ claimedStep: 1, explanation: "The boxes were added." });
  expect(outcome.pairs).toMatchObject([
    {
      level: "prefix",
      prefix: START,
      prefixSteps: 1,
      chosen: REPAIR,
      rejected: WRONG.slice(START.length),
      qChosen: 1,
      qRejected: 0,
    },
  ]);
});

const missing = `Step 2: Multiplying the boxes by their ten apples each gives thirty of them.\n\n`;

test.each<{ rule: string; why: string; scene: Scene; config?: object }>([
  { rule: "unreadable", why: "no solution in the reply", scene: { reflection: "I think that it is fine." } },
  { rule: "not-right", why: "copied back whole", scene: { reflection: reply(WRONG, 1) } },
  {
    rule: "same-step",
    why: "copied back with another box",
    scene: { reflection: reply(WRONG.replace("{25}", "{42}"), 1) },
  },
  {
    rule: "same-step",
    why: "one word changed",
    scene: { reflection: reply(WRONG.replace("13 apples", "14 apples").replace("{25}", "{42}"), 2) },
  },
  { rule: "late-change", why: "blames an earlier step", scene: { reflection: reply(START + REPAIR, 1) } },
  {
    rule: "leak",
    why: "speaks of the other solution",
    scene: {
      reflection: reply(
        `Step 2: The flawed solution added the boxes, but 3 * 10 = 30 apples.${REPAIR.slice(REPAIR.indexOf("\n\n"))}`,
      ),
    },
  },
  {
    rule: "leak",
    why: "tells the answer",
    scene: {
      reflection: reply(`${missing}Step 3: The correct answer is then found as 30 + 12 = 42. \\boxed{42}`),
    },
  },
  {
    rule: "leak",
    why: "names the answer before deriving it",
    scene: {
      reflection: reply(
        `Step 2: We want to arrive at 42 apples, so let us see how.\n\nStep 3: Indeed thirty and twelve make 30 + 12 = 42 apples. \\boxed{42}`,
      ),
    },
  },
  {
    rule: "answer-only",
    why: "states the answer",
    scene: { reflection: reply("Step 2: Therefore, the final answer is \\boxed{42}.") },
  },
  { rule: "answer-only", why: "states the answer at once", scene: { reflection: reply("\\boxed{42}", 1) } },
  {
    rule: "unclean-end",
    why: "says a step twice",
    scene: {
      reflection: reply(
        `${missing}${missing.replace("Step 2", "Step 3")}Step 4: Then 30 + 12 = 42 apples. \\boxed{42}`,
      ),
    },
  },
  {
    rule: "not-right",
    why: "cut before its answer",
    scene: { reflection: { text: reply(missing), finish: "length" } },
  },
  {
    rule: "length-ratio",
    why: "far too long",
    scene: {
      reflection: reply(
        `${missing}Step 3: ${Array.from({ length: 60 }, (_, k) => `thing ${String(k * 11 + 100)} and so`).join(" ")} on.\n\nStep 4: So 30 + 12 = 42 apples. \\boxed{42}`,
      ),
    },
  },
  {
    rule: "luck",
    why: "rollouts fail from the repaired step",
    scene: { reflection: reply(REPAIR), repaired: 0 },
  },
  {
    rule: "luck",
    why: "rollouts succeed from the wrong step as well",
    scene: { reflection: reply(REPAIR), original: 1 },
    // More than the tree knows from the root samples, which all failed.
    config: { rolloutsPerPrefix: 16 },
  },
])("refuses by $rule: $why", async ({ rule, scene, config }) => {
  const { outcome, rules } = await correct(scene, config);
  expect(rules).toEqual(new Set([rule]));
  expect(outcome.pairs).toEqual([]);
});

test("refuses the wrong answer under another verdict", async () => {
  const { outcome } = await correct({ reflection: reply(REPAIR) });
  const corrected = outcome.chains.find(({ origin }) => origin === "correction");
  if (corrected === undefined) throw new Error("no correction");
  const wrong = { ...corrected, verdict: "incorrect" as const };
  expect(refusal({ statement: "", wrong, corrected, claimedStep: null })).toBe("same-answer");
});

test("spreads the reflections over two phrasings and two temperatures", async () => {
  const { io } = await correct({ reflection: "no" }, { correctionSamples: 10 });
  const asked = io.requests.filter(({ purpose }) => purpose === "reflect");
  expect(asked.map(({ n, sampling }) => [n, sampling.temperature])).toEqual([
    [3, 0.7],
    [3, 1],
    [2, 0.7],
    [2, 1],
  ]);
  expect(new Set(asked.map(({ messages }) => messages[0]?.content)).size).toBe(2);
  expect(JSON.stringify(asked)).not.toContain("42");
});

async function suspects(scene: Scene) {
  const { io } = await correct(scene, { correctionRounds: 2, correctionSamples: 1 });
  return io.requests
    .filter(({ purpose }) => purpose === "reflect")
    .map(({ messages }) => /looking at Step (\d)/.exec(messages[1]?.content ?? "")?.[1]);
}

test("a second round follows only where the first brought nothing, and looks elsewhere", async () => {
  expect(await suspects({ reflection: reply(REPAIR) })).toEqual(["2"]);
  expect(await suspects({ reflection: "no", votes: "3" })).toEqual(["3", "2"]);
  expect(await suspects({ reflection: "no", votes: "I cannot say" })).toEqual(["2", "1"]);
});

test("luck checks of one repaired step are drawn once and counted in the tree", async () => {
  const { io, outcome } = await correct({ reflection: reply(REPAIR) });
  const checks = io.requests.filter(({ purpose }) => purpose === "luck-check");
  expect(checks.map(({ n, ordinal }) => [n, ordinal])).toEqual([[8, 0]]);
  expect(outcome.nodes.find(({ step }) => step.includes("Multiplying"))).toMatchObject({
    visits: 8,
    wins: 8,
    value: 1,
  });
});
