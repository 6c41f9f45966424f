import { expect, test } from "vitest";
import type { SampleRequest } from "../io";
import { openScripted } from "../testing/open-scripted";
import type { ScriptedReply } from "../testing/scripted-io";
import { proposeSteps } from "./propose-steps";

const NUMBERED = "Step 1: first we count the apples.\n\n";
const PLAIN = "First we count all of the apples.\n\n";

/** Proposes one step after `text`; the model goes on with `replies`, by the text that it was given. */
async function propose(text: string, reply: (request: SampleRequest) => string | ScriptedReply, config = {}) {
  const { io, stage } = openScripted({ script: reply }, { candidates: 1, ...config });
  const steps = text === "" ? [] : [text];
  const [proposed] = await proposeSteps(stage, [{ steps, text, tokens: text.length / 4 }]);
  return { proposed: proposed ?? [], requests: io.requests };
}

test.each([
  { why: "at the root", text: "", stop: ["\nStep 2", "\n## Step 2"] },
  { why: "after a numbered step", text: NUMBERED, stop: ["\nStep 3", "\n## Step 3"] },
  { why: "after a heading", text: "## Step 4: Count\n", stop: ["\nStep 6", "\n## Step 6"] },
  { why: "where steps are not numbered", text: PLAIN, stop: ["\nStep 2", "\n## Step 2", "\n\n"] },
])("stops before the next step $why", async ({ text, stop }) => {
  const { requests } = await propose(text, () => "\\boxed{42}");
  expect(requests.map(({ sampling }) => sampling.stop)).toEqual([stop]);
});

const LONG = "Then there are some more words. ".repeat(20).trim();

test.each<{ why: string; text: string; reply: string; step: string; finish?: string }>([
  {
    why: "the step as it stands, and the line end that the stop text began with",
    text: NUMBERED,
    reply: "Step 2: then we add them up.\n\nStep 3: and so on.",
    step: "Step 2: then we add them up.\n\n",
  },
  {
    why: "a step of several paragraphs where steps are numbered",
    text: "",
    reply: "Step 1: we write it down.\n\nThat is a long line.\n\nStep 2: and so on.",
    step: "Step 1: we write it down.\n\nThat is a long line.\n\n",
  },
  {
    why: "a paragraph where they are not",
    text: PLAIN,
    reply: "Then we add all of them up.\n\nAnd so on it goes.",
    step: "Then we add all of them up.\n\n",
  },
  {
    why: "the first of several steps whose labels no stop text meets",
    text: "**Step 1:** first we count.\n\n",
    reply: "**Step 2:** then we add them.\n\n**Step 3:** and then halve them.",
    step: "**Step 2:** then we add them.\n\n",
  },
  {
    why: "display mathematics with blank lines whole",
    text: PLAIN,
    reply: "This is what comes out: \\[ 3\n\n+ 4 = 7 \\] apples.\n\nAnd so on.",
    step: "This is what comes out: \\[ 3\n\n+ 4 = 7 \\] apples.\n\n",
  },
  {
    why: "what follows a colon",
    text: PLAIN,
    reply: "And that is all of it:\n\n3 + 4 = 7 apples in the end.\n\nAnd so on.",
    step: "And that is all of it:\n\n3 + 4 = 7 apples in the end.\n\n",
  },
  {
    why: "an end with an answer",
    text: NUMBERED,
    reply: "Step 2: so it is \\boxed{42}.\nStep 3: let me check that.",
    step: "Step 2: so it is \\boxed{42}.",
    finish: "stop-text",
  },
  {
    why: "an end without one",
    text: NUMBERED,
    reply: "Step 2: so it is 42.",
    step: "Step 2: so it is 42.",
    finish: "end-of-turn",
  },
  {
    why: "a step that is too long up to its last sentence",
    text: NUMBERED,
    reply: `Step 2: ${LONG}`,
    step: `Step 2: ${LONG}`.slice(0, 4 * 48).replace(/[^.]*$/, ""),
  },
])("reads $why", async ({ text, reply, step, finish }) => {
  const whole = text + reply;
  const { proposed } = await propose(text, ({ prefix }) => whole.slice(prefix.length), { maxStepTokens: 48 });
  expect(proposed.map(({ step: read }) => read)).toEqual([step]);
  expect(proposed[0]).toMatchObject({ finish: finish ?? null, parses: true });
});

test("mathematics that stays open is asked to go on three times, each time up to the step after", async () => {
  const { proposed, requests } = await propose(
    NUMBERED,
    ({ sampling }) => `and so \\[ x +\n${sampling.stop[0] ?? ""}`,
  );
  expect(requests).toHaveLength(4);
  expect(proposed).toMatchObject([{ parses: false, finish: null }]);
  const stepwise = await propose(NUMBERED, ({ prefix, sampling }) => {
    const [stop = ""] = sampling.stop;
    return prefix.endsWith("+\n\n") ? `Step 3: 4 = 7 \\] apples.\n${stop}` : `Step 2: now \\[ 3 +\n${stop}`;
  });
  expect(stepwise.requests.map(({ sampling }) => sampling.stop[0])).toEqual(["\nStep 3", "\nStep 4"]);
  expect(stepwise.proposed).toMatchObject([
    { step: "Step 2: now \\[ 3 +\n\nStep 3: 4 = 7 \\] apples.\n\n", parses: true },
  ]);
});

test("a solution without tokens left ends where it is cut", async () => {
  const { proposed, requests } = await propose(NUMBERED, () => `Step 2: ${LONG}`, { maxTokens: 20 });
  expect(requests[0]?.sampling.maxTokens).toBeLessThan(20);
  expect(proposed).toMatchObject([{ finish: "length", parses: true }]);
});

test("equal drafts and paths of equal text are asked for together", async () => {
  const { io, stage } = openScripted({ script: () => "And that is \\[ open\n\nfor ever" }, { candidates: 3 });
  const halves = [PLAIN.slice(0, 9), PLAIN.slice(9)];
  const path = { text: PLAIN, tokens: 9 };
  const proposed = await proposeSteps(stage, [
    { ...path, steps: [PLAIN] },
    { ...path, steps: halves },
  ]);
  expect(proposed.map((steps) => steps.length)).toEqual([3, 3]);
  expect(io.requests.map(({ n }) => n)).toEqual([6, 6, 6, 6]);
});
