import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "@/server/foundation/clock";
import { startHttpDouble, type HttpDoubleOptions } from "../scripted/http-double";
import { connectionTo } from "./connection";
import { openOpenAiEngine, type OpenAiEngine } from "./openai-engine";

const never = new AbortController().signal;
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function engineOf(options: HttpDoubleOptions): Promise<OpenAiEngine> {
  const server = await startHttpDouble(options);
  open.push(server);
  const connection = connectionTo(server.url, "double", null);
  if (connection === null) throw new Error("bad address");
  const settings = { connection, capabilities: null, maxConcurrency: null, clock: systemClock };
  const engine = await openOpenAiEngine(settings);
  open.push(engine);
  return engine;
}

const messages = [{ role: "user", content: "What is 2 + 3?" }] as const;
/** As the double has it. */
const logprobOf = (text: string): number => -((text.charCodeAt(0) % 7) + 1) / 10;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("what each kind of server tells", () => {
  it.each([
    [{ personality: "vllm" }, { likelihood: true, labels: true }],
    [{ personality: "llama-server" }, { likelihood: false, labels: true }],
    [
      { personality: "llama-server", echo: true },
      { likelihood: true, labels: true },
    ],
    [
      { personality: "llama-server", prefill: false },
      { likelihood: false, labels: true },
    ],
    [{ personality: "chat-only" }, { likelihood: false, labels: false }],
  ] as const)("%j: %j, and the engine has just that", async (options, expected) => {
    const engine = await engineOf(options);
    expect(engine.capabilities).toMatchObject(expected);
    expect("likelihood" in engine).toBe(expected.likelihood);
    expect("labelProbabilities" in engine).toBe(expected.labels);
    expect("scoreSteps" in engine).toBe(false);
  });
});

describe("likelihood of a given text", () => {
  it("is the mean over the text's own tokens, whatever precedes it", async () => {
    const engine = await engineOf({ personality: "vllm" });
    const text = "Step 2: 2 + 3 = 5";
    const expected = {
      meanLogprob: expect.closeTo(mean(Array.from(text, logprobOf)), 9),
      tokens: text.length,
    };
    for (const prefix of ["", "Step 1: We add.\n\n"])
      expect(await engine.likelihood?.({ messages, prefix, text }, never)).toEqual(expected);
  });

  it("counts a token that reaches over the boundary, by echo", async () => {
    const engine = await engineOf({ personality: "llama-server", echo: true });
    const rendered = await engine.renderPrompt(messages);
    const prefix = "x".repeat(3 - (rendered.length % 3) + 1);
    const found = await engine.likelihood?.({ messages, prefix, text: "abcdefg" }, never);
    // Tokens of three characters: "xab", "cde", "fg".
    expect(found).toEqual({
      tokens: 3,
      meanLogprob: expect.closeTo(mean(["x", "c", "f"].map(logprobOf)), 9),
    });
  });

  it("of nothing is refused", async () => {
    const engine = await engineOf({ personality: "vllm" });
    await expect(engine.likelihood?.({ messages, prefix: "", text: "" }, never)).rejects.toMatchObject({
      kind: "bad-request",
    });
  });
});

const solution = (sum: string): string =>
  `Problem: Ada has 2 apples and buys 3 more. How many?\n\nStudent's solution:\nStep 1: so we have $x = 2$.\n\nStep 2: $${sum}$.\n\nThe final answer is (A) incorrect (B) correct.`;

describe("label probabilities", () => {
  it.each([
    { personality: "vllm" },
    { personality: "llama-server" },
    { personality: "llama-server", prefill: false },
  ] as const)("follow what is judged, and sum to 1, with %j", async (options) => {
    const engine = await engineOf(options);
    const ask = async (sum: string): Promise<readonly number[]> =>
      (await engine.labelProbabilities?.(
        { messages: [{ role: "user", content: solution(sum) }], prefix: "", labels: ["A", "B"] },
        never,
      )) ?? [];
    const [wrongA = 0, wrongB = 0] = await ask("2 + 3 = 9");
    expect(wrongA).toBeGreaterThan(0.7);
    expect(wrongA + wrongB).toBeCloseTo(1, 9);
  });

  it("says what the model would write where it is none of the labels", async () => {
    const engine = await engineOf({ personality: "vllm" });
    await expect(
      engine.labelProbabilities?.({ messages, prefix: "", labels: ["maybe"] }, never),
    ).rejects.toMatchObject({
      kind: "bad-response",
      message: expect.stringMatching(/none of the labels maybe/),
    });
  });
});
