import { describe, expect, it } from "vitest";
import type { Engine } from "../engine";
import { scorerKindOf } from "../scorer-kind";
import { answerBook } from "./answer-book";
import { createScriptedEngine } from "./scripted-engine";

const statement = "Ada has 3 apples and buys 5 more. How many?";
const answerOf = answerBook(new Map([[statement, "8"]]));
const never = new AbortController().signal;
const messages = [{ role: "user", content: `${statement}\nSolve step by step.` }] as const;
const sampling = { temperature: 0.8, topP: 0.95, maxTokens: 1024, stop: [] };

async function solutions(script: "always-right" | "always-wrong"): Promise<string[][]> {
  const engine = createScriptedEngine(script, { answerOf });
  const { generations } = await engine.generate({ key: "k", messages, prefix: "", n: 8, sampling }, never);
  return generations.map(({ text }) => text.split(/(?<=\n\n)/));
}

async function values(steps: readonly string[]): Promise<readonly number[]> {
  const engine = createScriptedEngine("prm", { answerOf });
  return (await engine.scoreSteps?.([{ statement, steps }], never))?.[0] ?? [];
}

describe("the scripted process reward model", () => {
  it("values right solutions high at every step", async () => {
    for (const steps of await solutions("always-right")) {
      const found = await values(steps);
      expect(found).toHaveLength(steps.length);
      expect(found.every((value) => value > 0.7 && value < 1)).toBe(true);
    }
  });

  it("values wrong solutions high before the slip and low from it on", async () => {
    for (const steps of await solutions("always-wrong")) {
      const low = (await values(steps)).map((value) => value < 0.3);
      expect(low[0]).toBe(false);
      expect(low.at(-1)).toBe(true);
      expect(low).toEqual(low.toSorted((a, b) => Number(a) - Number(b)));
    }
  });

  it("values a step the same whatever follows, and each time", async () => {
    const [steps = []] = await solutions("always-right");
    expect(await values(steps.slice(0, 2))).toEqual((await values(steps)).slice(0, 2));
  });

  it("writes nothing and judges nothing, and is known for what it is", async () => {
    const engine: Engine = createScriptedEngine("prm");
    await expect(
      engine.generate({ key: "k", messages, prefix: "", n: 1, sampling }, never),
    ).rejects.toMatchObject({ kind: "bad-request" });
    expect(engine).not.toHaveProperty("likelihood");
    expect(engine).not.toHaveProperty("labelProbabilities");
    expect(scorerKindOf({ kind: "scripted", script: "prm" })).toBe("prm");
    expect(scorerKindOf({ kind: "scripted", script: "weak" })).toBe("judge");
    expect(scorerKindOf({ kind: "prm", script: null })).toBe("prm");
    expect(scorerKindOf({ kind: "openai", script: null })).toBe("judge");
  });
});

const asked = (steps: readonly string[]) => [
  {
    role: "user" as const,
    content: `${statement}\n\nStudent's solution:\n${steps.join("")}\n\nThe final answer is (A) incorrect (B) correct.`,
  },
];

const compare = (a: readonly string[], b: readonly string[]) => ({
  messages: [
    {
      role: "user" as const,
      content: `Problem: ${statement}\n\nSolution A:\n${a.join("")}\n\nSolution B:\n${b.join("")}\n\nWhich?`,
    },
  ],
  prefix: "",
  labels: ["A", "B"],
});

describe("the scripted model's measures", () => {
  const engine = createScriptedEngine("default", { answerOf });
  it.each([
    ["A", "B"],
    ["B", "A"],
    ["incorrect", "correct"],
  ])("judge by %s and %s", async (...labels) => {
    const wrongAt = labels.findIndex((label) => label === "A" || label === "incorrect");
    for (const script of ["always-right", "always-wrong"] as const)
      for (const steps of await solutions(script)) {
        const shares = await engine.labelProbabilities?.(
          { messages: asked(steps), prefix: "", labels },
          never,
        );
        expect((shares?.[wrongAt] ?? 0) > 0.5).toBe(script === "always-wrong");
        expect((shares ?? []).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }
  });

  it("judge which of two solutions is the better", async () => {
    const [right, wrong] = await Promise.all([solutions("always-right"), solutions("always-wrong")]);
    for (const [index, steps] of right.entries()) {
      const other = wrong[index] ?? [];
      expect((await engine.labelProbabilities?.(compare(steps, other), never))?.[0]).toBeGreaterThan(0.5);
      expect((await engine.labelProbabilities?.(compare(other, steps), never))?.[0]).toBeLessThan(0.5);
    }
  });

  it("find slips less likely than steps that follow", async () => {
    const right = await engine.likelihood?.(
      { messages, prefix: "", text: "Step 1: we have $x = 3$." },
      never,
    );
    const wrong = await engine.likelihood?.({ messages, prefix: "", text: "Step 1: $2 + 2 = 5$." }, never);
    expect(right?.meanLogprob).toBeGreaterThan(wrong?.meanLogprob ?? 0);
    expect(right?.meanLogprob).toBeLessThan(0);
  });
});
