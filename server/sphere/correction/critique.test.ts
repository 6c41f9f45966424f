import { expect, test } from "vitest";
import { correct, type FlawedScene, REPAIR, reply } from "../testing/flawed-scene";

const CRITIQUE = "First wrong step: 2\nWhat is wrong: The boxes are added where they should be multiplied.";
const UNTOLD = {
  reflection: "no",
  critique: CRITIQUE,
  repair: `Corrected solution:\n${REPAIR}`,
} as const;
const HINTED = { ...UNTOLD, referenceAnswer: "42" } as const;
const ALLOWED = { hintedCritique: true };

async function hinted(scene: FlawedScene, config: object = ALLOWED) {
  const { io, outcome } = await correct(scene, config);
  const asked = (purpose: string) => io.requests.filter((one) => one.purpose === purpose);
  return { io, outcome, critiques: asked("critique"), repairs: asked("repair") };
}

test("where no reflection succeeds, a critique that knows the answer guides a repair that does not", async () => {
  const { outcome, critiques, repairs } = await hinted(HINTED, { ...ALLOWED, correctionSamples: 10 });
  expect(critiques).toHaveLength(1);
  expect(JSON.stringify(critiques)).toContain("42");
  expect(repairs.map(({ n, sampling }) => [n, sampling.temperature])).toEqual([
    [5, 0.7],
    [5, 1],
  ]);
  expect(JSON.stringify(repairs)).not.toContain("42");
  expect(JSON.stringify(repairs)).toContain("added where they should be multiplied");
  expect(outcome.pairs).toMatchObject([{ hinted: true, chosen: REPAIR, level: "prefix" }]);
  const accepted = outcome.corrections.filter((one) => one.accepted);
  expect(accepted[0]).toMatchObject({
    claimedStep: 1,
    explanation: "The boxes are added where they should be multiplied.",
    id: outcome.pairs[0]?.correctionId,
  });
  // Repairs by a hint are no reflections: the control does not count them.
  expect(outcome.control?.reflected).toEqual({ samples: 10, right: 0 });
});

test.each<{ why: string; scene: FlawedScene; config?: object }>([
  { why: "the run does not allow it", scene: HINTED, config: {} },
  { why: "the answer is not at hand", scene: UNTOLD },
  { why: "a reflection succeeded", scene: { ...HINTED, reflection: reply(REPAIR) } },
])("no critique is asked for where $why", async ({ scene, config }) => {
  const { critiques, repairs, outcome } = await hinted(scene, config);
  expect([critiques, repairs]).toEqual([[], []]);
  expect(outcome.pairs.every((pair) => !pair.hinted)).toBe(true);
});

test.each([
  {
    why: "tells the answer",
    critique: "First wrong step: 2\nWhat is wrong: It should come to 42 in the end.",
  },
  {
    why: "tells it within a sum",
    critique: "First wrong step: 2\nWhat is wrong: The sum 3*10+12=42 was not made.",
  },
  { why: "names no step", critique: "What is wrong: The boxes are added." },
  {
    why: "names a step that is not there",
    critique: "First wrong step: 9\nWhat is wrong: The boxes are added.",
  },
  { why: "says nothing", critique: "First wrong step: 2" },
])("a critique that $why is not used", async ({ critique }) => {
  const { repairs, outcome } = await hinted({ ...HINTED, critique });
  expect(repairs).toEqual([]);
  expect(outcome.pairs).toEqual([]);
});

test("what a critique goes on to write beside its explanation never reaches the repair", async () => {
  const { repairs } = await hinted({ ...HINTED, critique: `${CRITIQUE}\nCorrected solution:\n${REPAIR}` });
  expect(repairs.length).toBeGreaterThan(0);
  expect(JSON.stringify(repairs)).not.toContain("42");
  expect(JSON.stringify(repairs)).not.toContain("Multiplying");
});

test("a hinted repair meets every rule that others meet", async () => {
  const { outcome } = await hinted({
    ...HINTED,
    repair: "Corrected solution:\nStep 2: Therefore, it is \\boxed{42}.",
  });
  expect(outcome.corrections.at(-1)?.refusedBy).toBe("answer-only");
  expect(outcome.pairs).toEqual([]);
});
