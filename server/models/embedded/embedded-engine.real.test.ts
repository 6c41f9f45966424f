import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GenerateRequest } from "../engine";
import { smallModelFile } from "../testing/test-model-file";
import { openEmbeddedEngine, type EmbeddedEngine } from "./embedded-engine";
import { readGgufHeader } from "./read-header";

let file = "";
let engine: EmbeddedEngine;
beforeAll(async () => {
  file = await smallModelFile();
  engine = await openEmbeddedEngine({ file, contexts: 2, sequencesPerContext: 2, contextTokens: 1024 });
});
afterAll(() => engine.close());

const never = new AbortController().signal;
const request = (change: Partial<GenerateRequest> = {}): GenerateRequest => ({
  key: "real",
  messages: [
    { role: "user", content: "Tom has 3 apples and buys 4 more. How many has he? Solve step by step." },
  ],
  prefix: "",
  n: 1,
  sampling: { temperature: 0.8, topP: 0.95, maxTokens: 40, stop: [] },
  ...change,
});

describe("the embedded engine", () => {
  it("samples different texts with counts and log-probabilities", async () => {
    const { generations, promptTokens } = await engine.generate(request({ n: 4 }), never);
    expect(new Set(generations.map(({ text }) => text)).size).toBe(4);
    expect(promptTokens).toBeGreaterThan(20);
    for (const { tokens, meanLogprob, text } of generations) {
      expect(tokens).toBeGreaterThan(0);
      expect(tokens).toBeLessThanOrEqual(40);
      expect(text).not.toBe("");
      expect(meanLogprob).toBeLessThan(0);
    }
  });

  it("reads a prompt once, however many samples are drawn from it and on whichever sequence", async () => {
    const asked = request({
      key: "a",
      messages: [{ role: "user", content: "What is 6 times 7? Explain it in detail." }],
    });
    const first = engine.counters();
    const { promptTokens } = await engine.generate(asked, never);
    const second = engine.counters();
    expect(second.prefilled - first.prefilled + (second.reused - first.reused)).toBe(promptTokens - 1);
    expect(second.prefilled).toBeGreaterThan(first.prefilled);
    await engine.generate({ ...asked, key: "b", n: 6 }, never);
    const third = engine.counters();
    expect(third.prefilled).toBe(second.prefilled);
    expect(third.reused - second.reused).toBe(6 * (promptTokens - 1));
  });

  it("continues a prefix byte for byte", async () => {
    const greedy = { ...request().sampling, temperature: 0, maxTokens: 60 };
    const whole = (await engine.generate(request({ sampling: greedy }), never)).generations[0]?.text ?? "";
    const cut = whole.indexOf(" ", whole.length / 2);
    const prefix = whole.slice(0, cut);
    const rest = await engine.generate(request({ key: "rest", prefix, sampling: greedy }), never);
    expect(rest.generations[0]?.text.slice(0, 20)).toBe(whole.slice(cut, cut + 20));
  });

  it("stops before a stop text and at the token limit", async () => {
    const sampling = { ...request().sampling, temperature: 0, stop: ["apples"] };
    const { generations } = await engine.generate(request({ sampling }), never);
    expect(generations[0]).toMatchObject({
      finish: "stop-text",
      text: expect.not.stringContaining("apples"),
    });
    const short = await engine.generate(
      request({ sampling: { ...sampling, stop: [], maxTokens: 5 } }),
      never,
    );
    expect(short.generations[0]).toMatchObject({ finish: "length", tokens: 5 });
  });

  it("ends at the end of the turn", async () => {
    const messages = [{ role: "user" as const, content: "Say hello." }];
    const sampling = { ...request().sampling, temperature: 0, maxTokens: 200 };
    const { generations } = await engine.generate(request({ messages, sampling }), never);
    expect(generations[0]).toMatchObject({
      finish: "end-of-turn",
      text: expect.not.stringContaining("<|im_end|>"),
    });
  });

  it("names both numbers when the context is too long", async () => {
    const messages = [{ role: "user" as const, content: "word ".repeat(2000) }];
    const refused = engine.generate(request({ messages }), never);
    await expect(refused).rejects.toMatchObject({
      kind: "context-too-long",
      message: expect.stringMatching(/2\d\d\d tokens.*1024/),
    });
  });

  it("gives its sequences back when cancelled", async () => {
    const cancel = new AbortController();
    const long = { ...request().sampling, maxTokens: 900 };
    const outcome = engine
      .generate(request({ key: "c", n: 8, sampling: long }), cancel.signal)
      .catch((error: unknown) => error);
    cancel.abort(new Error("paused"));
    expect(await outcome).toMatchObject({ message: "paused" });
    const after = await engine.generate(request({ key: "d", n: 4 }), never);
    expect(after.generations).toHaveLength(4);
  });

  it("finds a sensible text likelier than the same words shuffled", async () => {
    const ask = request();
    const likelihood = (text: string) => engine.likelihood?.({ ...ask, text }, never);
    const sensible = await likelihood("Tom has 3 apples and buys 4 more, so he has 7 apples.");
    const shuffled = await likelihood("apples 4 he Tom more, so 7 and has buys 3 has apples.");
    expect(sensible?.meanLogprob).toBeLessThan(0);
    expect(sensible?.meanLogprob).toBeGreaterThan((shuffled?.meanLogprob ?? 0) + 1);
    expect(sensible?.tokens).toBeGreaterThan(10);
  });

  it("finds its own greedy text as likely as when it wrote it", async () => {
    const ask = request({ sampling: { ...request().sampling, temperature: 0, maxTokens: 70 } });
    const [written] = (await engine.generate(ask, never)).generations;
    const found = await engine.likelihood?.({ ...ask, text: written?.text ?? "" }, never);
    expect(found?.tokens).toBe(70);
    expect(found?.meanLogprob).toBeCloseTo(written?.meanLogprob ?? 0, 2);
  });

  it("gives labels probabilities that sum to 1", async () => {
    const messages = [{ role: "user" as const, content: "Is 2 + 2 = 4? Answer Yes or No." }];
    const shares = await engine.labelProbabilities?.({ messages, prefix: "", labels: ["Yes", "No"] }, never);
    expect(shares).toHaveLength(2);
    expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    for (const share of shares ?? []) expect(share).toBeGreaterThan(0);
    const nonsense = engine.labelProbabilities?.({ messages, prefix: "", labels: ["\u{1F9A6}"] }, never);
    await expect(nonsense).rejects.toMatchObject({ kind: "bad-response" });
  });

  it("renders prompts with the file's chat template", async () => {
    expect(engine.chatTemplate).toBe("from-model");
    const text = await engine.renderPrompt([{ role: "user", content: "Hi" }]);
    expect(text).toMatch(/<\|im_start\|>user\nHi<\|im_end\|>\n<\|im_start\|>assistant\n$/);
  });
});

it("reads a file's header without loading it", async () => {
  expect(await readGgufHeader(file)).toMatchObject({ architecture: "llama", hasChatTemplate: true });
});

it("says so when a file is cut off or only begins like a model", async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "sphere-real-test-"));
  const cut = path.join(folder, "cut.gguf");
  const handle = await fs.open(file);
  const { buffer } = await handle.read(Buffer.alloc(3_000_000), 0, 3_000_000, 0);
  await handle.close();
  await fs.writeFile(cut, buffer);
  const damaged = { kind: "model-damaged", message: expect.stringContaining("Download it again") };
  await expect(openEmbeddedEngine({ file: cut })).rejects.toMatchObject(damaged);
  await fs.writeFile(cut, buffer.subarray(0, 300));
  await expect(openEmbeddedEngine({ file: cut })).rejects.toMatchObject(damaged);
  await fs.rm(folder, { recursive: true });
});
