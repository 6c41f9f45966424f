import { expect, test } from "vitest";
import { refusal } from "./correction-rules";
import { brokenGrowth } from "./testing/broken-growth";
import {
  correct,
  type FlawedScene,
  REPAIR,
  REPAIRED_STEP,
  reply,
  START,
  WRONG,
} from "./testing/flawed-scene";

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

test.each<{ rule: string; why: string; scene: FlawedScene; config?: object }>([
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
      repaired: 0,
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
      repaired: 0,
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

async function suspects(scene: FlawedScene) {
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

const SLIP = `${REPAIRED_STEP}Step 3: Buying a dozen more makes that 30 + 12 = 44 apples altogether. \\boxed{44}`;

test("a repaired step is followed where the reply slips after it: the right continuation stands for the reply", async () => {
  const { io, outcome } = await correct({ reflection: reply(SLIP) });
  const accepted = outcome.corrections.filter((one) => one.accepted);
  expect(accepted).toHaveLength(1);
  const [pair] = outcome.pairs;
  const chosen = outcome.chains.find(({ id }) => id === pair?.chosenChainId);
  expect(chosen).toMatchObject({ id: accepted[0]?.chainId, origin: "rollout", verdict: "correct" });
  expect(pair).toMatchObject({
    level: "prefix",
    prefix: START,
    correctionId: accepted[0]?.id,
    hinted: false,
  });
  expect(pair?.chosen.startsWith(REPAIRED_STEP)).toBe(true);
  // The K rollouts that find it are those of the luck filter.
  const checks = io.requests.filter(({ purpose }) => purpose === "luck-check");
  expect(checks.map(({ n, prefix }) => [n, prefix.includes("Multiplying")])).toEqual([[8, true]]);
});

test("a continuation must pass the luck filter and every rule of the text", async () => {
  const lucky = await correct({ reflection: reply(SLIP), original: 1 }, { rolloutsPerPrefix: 16 });
  expect(lucky.rules).toEqual(new Set(["not-right"]));
  const hopeless = await correct({ reflection: reply(SLIP), repaired: 0 });
  expect(hopeless.rules).toEqual(new Set(["not-right"]));
  expect(hopeless.outcome.pairs).toEqual([]);
});

test("at most two repaired steps are followed, those that most replies agree on", async () => {
  const ways = ["in their mind", "with a pencil", "on their fingers", "by counting all of it"];
  const { io } = await correct(
    {
      reflection: (number) =>
        reply(SLIP.replace("gives", `${ways[Math.min(3, number % 7)] ?? ""} and not adding them, gives`)),
      repaired: 0,
    },
    { correctionSamples: 24 },
  );
  const followed = io.requests.filter(
    ({ purpose, prefix }) => purpose === "luck-check" && prefix.includes("Multiplying"),
  );
  expect(followed).toHaveLength(2);
  expect(followed.some(({ prefix }) => prefix.includes("counting all"))).toBe(true);
});

test("where a reply stands by itself no repaired step is followed", async () => {
  const { outcome } = await correct(
    { reflection: (number) => reply(number % 2 === 0 ? REPAIR : SLIP) },
    { correctionSamples: 12 },
  );
  expect(outcome.corrections.filter(({ accepted }) => accepted).length).toBeGreaterThan(0);
  expect(
    outcome.chains.every(
      ({ id, origin }) => origin !== "rollout" || !outcome.corrections.some(({ chainId }) => chainId === id),
    ),
  ).toBe(true);
});

const control = async (scene: FlawedScene, config = {}) => {
  const { io, outcome } = await correct(scene, { correctionSamples: 10, correctionRounds: 2, ...config });
  const asked = (purpose: string) =>
    [0.7, 1].map((temperature) =>
      io.requests
        .filter((one) => one.purpose === purpose && one.sampling.temperature === temperature)
        .reduce((sum, { n }) => sum + n, 0),
    );
  return { outcome, reflected: asked("reflect"), resampled: asked("resample"), control: outcome.control };
};

test("fresh samples are drawn as often as reflections, at the same temperatures, and make no pair", async () => {
  const once = await control({
    reflection: reply(REPAIR),
    resample: WRONG.replaceAll("25", "42").replace("13 + 12", "30 + 12"),
  });
  expect(once.resampled).toEqual(once.reflected);
  expect(once.control).toEqual({
    reflected: { samples: 10, right: 10 },
    resampled: { samples: 10, right: 10 },
  });
  const fresh = once.outcome.chains.filter(({ origin }) => origin === "resample").map(({ id }) => id);
  expect(fresh).toHaveLength(1);
  expect(once.outcome.pairs.every((pair) => !fresh.includes(pair.chosenChainId))).toBe(true);
  expect(once.outcome.nodes.every(({ chainId }) => chainId === null || !fresh.includes(chainId))).toBe(true);
});

test("the control counts both rounds, and what came right in them whatever the other rules say", async () => {
  const twice = await control({ reflection: reply(WRONG.replace("{25}", "{42}"), 1) });
  expect(twice.resampled).toEqual([10, 10]);
  expect(twice.control).toEqual({
    reflected: { samples: 20, right: 20 },
    resampled: { samples: 20, right: 0 },
  });
});

test("without the control nothing is drawn for it", async () => {
  const none = await control({ reflection: reply(REPAIR) }, { resamplingControl: false });
  expect(none).toMatchObject({ resampled: [0, 0], control: null });
});

test("the growth of the tree plays back to it", async () => {
  const { first, outcome } = await correct({ reflection: reply(REPAIR) });
  expect(brokenGrowth(outcome, first.nodes)).toEqual([]);
  expect(outcome.growth.map(({ kind }) => kind)).toEqual(["corrections", "luck-check"]);
});
