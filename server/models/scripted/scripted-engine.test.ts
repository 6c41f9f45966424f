import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GenerateRequest } from "../engine";
import { createFakeClock, settle } from "../testing/fake-clock";
import { answerBook } from "./answer-book";
import { createScriptedEngine } from "./scripted-engine";
import { SCRIPT_NAMES, type ScriptName } from "../models.schema";

const statements = Array.from(
  { length: 60 },
  (_, i) => `Ada has ${i + 3} apples and buys ${2 * i + 5} more. How many?`,
);
const answerOf = answerBook(new Map(statements.map((statement, i) => [statement, String(3 * i + 8)])));
const never = new AbortController().signal;
const sampling = { temperature: 0.8, topP: 0.95, maxTokens: 1024, stop: [] };

const ask = (content: string) => [{ role: "user" as const, content }];
const withoutLastStep = (text: string): string => stepsOf(text).slice(0, -1).join("");
const stepsOf = (text: string): string[] => text.split(/(?<=\n\n)/);

const solve = (statement: string, more: Partial<GenerateRequest> = {}): GenerateRequest => ({
  key: `solve/${statement}`,
  messages: ask(
    `${statement}\nSolve step by step. Write each step on its own line as "Step k: ...". End with \\boxed{}.`,
  ),
  prefix: "",
  n: 8,
  sampling,
  ...more,
});

async function texts(name: ScriptName, request: GenerateRequest): Promise<string[]> {
  const { generations } = await createScriptedEngine(name, { answerOf }).generate(request, never);
  return generations.map(({ text }) => text);
}

const boxed = (text: string): string | undefined => /\\boxed\{(-?\d+)\}/.exec(text)?.[1];

async function rightShare(name: ScriptName, i: number, prefix = ""): Promise<number> {
  const request = solve(statements[i] ?? "", { n: 32, prefix });
  const right = (await texts(name, request)).filter((text) => boxed(text) === String(3 * i + 8));
  return right.length / 32;
}

describe("determinism", () => {
  it("gives the same texts for the same key, and others for another", async () => {
    const request = solve(statements[7] ?? "");
    const first = await texts("default", request);
    expect(await texts("default", request)).toEqual(first);
    expect(await texts("default", { ...request, key: "other" })).not.toEqual(first);
  });

  it("does not depend on how many samples are asked for", async () => {
    const request = solve(statements[7] ?? "");
    expect((await texts("default", request)).slice(0, 3)).toEqual(
      await texts("default", { ...request, n: 3 }),
    );
  });
});

describe("solutions", () => {
  it("are steps with a blank line between that end in a box", async () => {
    for (const text of await texts("always-right", solve(statements[3] ?? ""))) {
      const steps = stepsOf(text);
      expect(steps.length).toBeGreaterThanOrEqual(4);
      expect(steps.every((step, i) => step.startsWith(`Step ${i + 1}: `))).toBe(true);
      expect(boxed(text)).toBe("17");
    }
  });

  it("are right or wrong as the script says", async () => {
    expect(await rightShare("always-right", 5)).toBe(1);
    expect(await rightShare("always-wrong", 5)).toBe(0);
  });

  it("leave the default script with easy, mixed and hard problems", async () => {
    const shares = await Promise.all(statements.map((_, i) => rightShare("default", i)));
    const mixed = shares.filter((share) => share > 0.1 && share < 0.9).length;
    expect(shares.filter((share) => share > 0.9).length).toBeGreaterThan(3);
    expect(shares.filter((share) => share === 0).length).toBeGreaterThan(3);
    expect(mixed).toBeGreaterThan(20);
  });

  it("seldom recover from a wrong step and seldom fail after the difficult one", async () => {
    const request = solve(statements[5] ?? "", { n: 1 });
    const [wrong = ""] = await texts("always-wrong", request);
    const [right = ""] = await texts("always-right", request);
    expect(await rightShare("default", 5, withoutLastStep(wrong))).toBeLessThan(0.2);
    expect(await rightShare("default", 5, withoutLastStep(right))).toBeGreaterThan(0.8);
  });

  it("continue the numbering of a prefix that ends with a step", async () => {
    const [whole = ""] = await texts("always-right", solve(statements[5] ?? "", { n: 1 }));
    const prefix = stepsOf(whole).slice(0, 2).join("");
    for (const text of await texts("always-right", solve(statements[5] ?? "", { prefix })))
      expect(text).toMatch(/^Step 3: /);
  });
});

it("answers a reflection in the form that was asked for", async () => {
  const [wrong = ""] = await texts("always-wrong", solve(statements[9] ?? "", { n: 1 }));
  const messages = ask(
    `Problem: ${statements[9]}\n\nFlawed solution:\n${wrong}\n\nThe final answer above is not correct.\n` +
      "Reply in exactly this form:\nFirst wrong step: <number>\nWhat is wrong: <one or two sentences>\n" +
      "Corrected solution:\nStep i: ...\n(continue to the end; finish with \\boxed{})",
  );
  const replies = await texts("always-right", solve("", { messages, key: "reflect" }));
  expect(replies.map(boxed)).toEqual(replies.map(() => "35"));
  for (const reply of replies)
    expect(reply).toMatch(/^First wrong step: \d+\nWhat is wrong: .+\nCorrected solution:\nStep \d+: /);
});

it("knows answers that are no whole numbers", async () => {
  const book = answerBook(new Map([["Half of one?", "\\frac{1}{2}"]]));
  const half = (name: ScriptName) =>
    createScriptedEngine(name, { answerOf: book }).generate(solve("Half of one?", { n: 1 }), never);
  expect((await half("always-right")).generations[0]?.text).toContain("\\boxed{\\frac{1}{2}}");
  expect((await half("always-wrong")).generations[0]?.text).not.toContain("\\boxed{\\frac{1}{2}}");
});

it("always gives well-formed text within the limits, whatever it is asked", async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...SCRIPT_NAMES.filter((name) => name !== "slow" && name !== "prm")),
    fc.string({ unit: "binary" }),
    fc.string({ unit: "binary" }),
    async (name, content, prefix) => {
      const engine = createScriptedEngine(name);
      const request = {
        key: content,
        messages: [{ role: "user" as const, content }],
        prefix,
        n: 2,
        sampling: { ...sampling, maxTokens: 50 },
      };
      const { generations } = await engine.generate(request, never);
      expect(generations).toHaveLength(2);
      for (const { text, tokens } of generations) {
        expect(text).not.toMatch(/\p{Surrogate}/u);
        expect(tokens).toBeLessThanOrEqual(50);
      }
    },
  );
  await fc.assert(property, { numRuns: 50 });
});

it("takes its time when slow, and stops when told to", async () => {
  const clock = createFakeClock();
  const engine = createScriptedEngine("slow", { clock, answerOf });
  let answered = 0;
  const first = engine.generate(solve("a"), never).then(() => answered++);
  await clock.advance(399);
  expect(answered).toBe(0);
  await clock.advance(1);
  await first;
  const stop = new AbortController();
  const second = engine.generate(solve("b"), stop.signal);
  await settle();
  stop.abort(new Error("paused"));
  await expect(second).rejects.toThrow("paused");
});

it("refuses a script that does not exist", () => {
  expect(() => createScriptedEngine("nonsense")).toThrow(/Choose one of default/);
});
