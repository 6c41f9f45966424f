import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "@/server/foundation/clock";
import { EngineError, type GenerateRequest } from "../engine";
import type { Capabilities } from "../models.schema";
import { answerBook } from "../scripted/answer-book";
import { startHttpDouble, type HttpDouble, type HttpDoubleOptions } from "../scripted/http-double";
import { connectionTo } from "./connection";
import { openOpenAiEngine, type OpenAiEngine, type OpenAiOptions } from "./openai-engine";

const statement = "Ada has 12 apples and buys 30 more. How many apples does she have?";
const answerOf = answerBook(new Map([[statement, "42"]]));
const never = new AbortController().signal;
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function double(options: HttpDoubleOptions = {}): Promise<HttpDouble> {
  const server = await startHttpDouble({ script: "always-right", answerOf, ...options });
  open.push(server);
  return server;
}

async function engineFor(url: string, more: Partial<OpenAiOptions> = {}): Promise<OpenAiEngine> {
  const connection = connectionTo(url, "double", "secret-key");
  if (connection === null) throw new Error("bad address");
  const options = { connection, capabilities: null, maxConcurrency: null, clock: systemClock };
  const engine = await openOpenAiEngine({ ...options, ...more });
  open.push(engine);
  return engine;
}

const request = (change: Partial<GenerateRequest> = {}): GenerateRequest => ({
  key: "call-1",
  messages: [{ role: "user", content: `${statement}\nSolve step by step.` }],
  prefix: "",
  n: 1,
  sampling: { temperature: 0.8, topP: 0.95, maxTokens: 512, stop: [] },
  ...change,
});

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "no failure",
    (error: unknown) => error,
  );

const known: Capabilities = {
  probedAt: 0,
  prefixMode: "continue-final-message",
  samplesPerRequest: true,
  logprobs: true,
  contextTokens: 4096,
  dialect: "vllm",
  chatTemplate: "from-server",
  likelihood: false,
  labels: false,
  stepScores: false,
  notes: [],
};

describe("probe", () => {
  it.each([
    [
      "vllm",
      { prefixMode: "continue-final-message", samplesPerRequest: true, logprobs: true, contextTokens: 4096 },
    ],
    [
      "llama-server",
      { prefixMode: "assistant-prefill", samplesPerRequest: true, logprobs: true, contextTokens: 4096 },
    ],
    [
      "chat-only",
      { prefixMode: "ask-to-continue", samplesPerRequest: false, logprobs: false, contextTokens: null },
    ],
  ] as const)("finds what a server like %s can do", async (personality, expected) => {
    const { url } = await double({ personality });
    expect((await engineFor(url)).capabilities).toMatchObject(expected);
  });

  it("uses completions with the server's template where a chat cannot be begun", async () => {
    const { url } = await double({ personality: "llama-server", prefill: false });
    expect((await engineFor(url)).capabilities).toMatchObject({
      prefixMode: "completions",
      chatTemplate: "from-server",
    });
  });

  it("asks nothing where the capabilities are known", async () => {
    const server = await double();
    await engineFor(server.url, { capabilities: known });
    expect(server.seen).toEqual([]);
  });

  it("names the models of a server that has not the one asked for", async () => {
    const { url } = await double({ model: "another" });
    expect(await failure(engineFor(url))).toMatchObject({
      kind: "model-missing",
      message: expect.stringContaining("another"),
    });
  });
});

describe("continuing a prefix", () => {
  const prefix = "Step 1: The problem gives us the amount to start from, so we have $x = 12$.\n\n";

  it.each([
    ["vllm", true],
    ["llama-server", true],
    ["llama-server", false],
    ["chat-only", true],
  ] as const)("gives the continuation alone with %s (prefill %s)", async (personality, prefill) => {
    const { url } = await double({ personality, prefill });
    const engine = await engineFor(url);
    const { generations } = await engine.generate(request({ prefix, n: 3 }), never);
    expect(generations).toHaveLength(3);
    for (const { text } of generations) {
      expect(text).toMatch(/^Step 2: /);
      expect(text).toContain("\\boxed{42}");
    }
  });

  it("asks for greedy samples one by one, since vLLM refuses several at once", async () => {
    const { url } = await double();
    const engine = await engineFor(url, { capabilities: known });
    const sampling = { temperature: 0, topP: 1, maxTokens: 64, stop: [] };
    const { generations } = await engine.generate(request({ n: 2, sampling }), never);
    expect(generations).toHaveLength(2);
  });

  it("reads count, mean log-probability and end of each sample", async () => {
    const { url } = await double();
    const engine = await engineFor(url, { capabilities: known });
    const result = await engine.generate(request({ n: 2 }), never);
    expect(result.promptTokens).toBeGreaterThan(10);
    for (const sample of result.generations)
      expect(sample).toMatchObject({
        meanLogprob: -0.25,
        finish: "end-of-turn",
        tokens: Math.ceil(sample.text.length / 4),
      });
  });

  it("ends before a stop text and at the token limit, and says which", async () => {
    const { url } = await double();
    const engine = await engineFor(url, { capabilities: known });
    const sampling = { ...request().sampling, stop: ["\n\nStep 2"] };
    const stopped = await engine.generate(request({ sampling }), never);
    expect(stopped.generations[0]).toMatchObject({
      finish: "stop-text",
      text: expect.not.stringContaining("Step 2"),
    });
    const short = await engine.generate(
      request({ sampling: { ...sampling, stop: [], maxTokens: 5 } }),
      never,
    );
    expect(short.generations[0]).toMatchObject({ finish: "length", tokens: 5 });
  });
});

describe("what is sent", () => {
  it("has the key as bearer, the journal's key as a header, no penalty and no seed", async () => {
    const server = await double();
    const engine = await engineFor(server.url, { capabilities: known });
    await engine.generate(request(), never);
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: "Bearer secret-key",
      "x-sphere-request": "call-1",
    });
    expect(server.seen[0]?.body).toMatchObject({ repetition_penalty: 1, top_k: -1 });
    expect(server.seen[0]?.body).not.toHaveProperty("seed");
    await engine.generate(request({ seed: 7 }), never);
    expect(server.seen[1]?.body).toMatchObject({ seed: 7 });
  });

  it("renders prompts with the server's own template", async () => {
    const expected = "<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n";
    for (const personality of ["vllm", "llama-server", "chat-only"] as const) {
      const engine = await engineFor((await double({ personality })).url);
      expect(await engine.renderPrompt([{ role: "user", content: "Hello" }])).toBe(expected);
    }
  });
});

describe("failures", () => {
  it.each([
    [
      { kind: "status", status: 429, retryAfter: "7" },
      { kind: "overloaded", retryAfterMs: 7000 },
    ],
    [
      { kind: "status", status: 503 },
      { kind: "overloaded", retryAfterMs: undefined },
    ],
    [{ kind: "status", status: 500 }, { kind: "server-error" }],
    [{ kind: "html", status: 502 }, { kind: "server-error" }],
    [{ kind: "drop" }, { kind: "server-error" }],
    [{ kind: "hang" }, { kind: "timeout" }],
    [{ kind: "slow-headers", ms: 2000 }, { kind: "timeout" }],
    [{ kind: "html", status: 200 }, { kind: "not-the-api" }],
    [{ kind: "html", status: 404 }, { kind: "not-the-api" }],
    [{ kind: "truncated-json" }, { kind: "bad-response" }],
    [{ kind: "garbage" }, { kind: "bad-response" }],
    [{ kind: "wrong-shape" }, { kind: "bad-response" }],
    [{ kind: "no-choices" }, { kind: "bad-response" }],
    [{ kind: "status", status: 401, message: "wrong key secret-key" }, { kind: "unreachable" }],
    [{ kind: "status", status: 404, message: "model gone" }, { kind: "model-missing" }],
    [{ kind: "status", status: 400, message: "bad temperature" }, { kind: "bad-request" }],
  ] as const)("turns %j into %j", async (fault, expected) => {
    const server = await double();
    const impatient = expected.kind === "timeout" ? { timeouts: { connectMs: 5000, totalMs: 100 } } : {};
    const engine = await engineFor(server.url, { capabilities: known, ...impatient });
    server.failNext(fault);
    const error = await failure(engine.generate(request(), never));
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject(expected);
    expect(String(error)).not.toContain("secret-key");
  });

  it("go by: the next call is answered", async () => {
    const server = await double();
    const engine = await engineFor(server.url, { capabilities: known });
    server.failNext({ kind: "drop" });
    await failure(engine.generate(request(), never));
    const { generations } = await engine.generate(request(), never);
    expect(generations).toMatchObject([{ finish: "end-of-turn" }]);
  });

  it("names a server that is not there", async () => {
    const gone = await startHttpDouble();
    await gone.close();
    const engine = await engineFor(gone.url, { capabilities: known });
    expect(await failure(engine.generate(request(), never))).toMatchObject({ kind: "unreachable" });
  });

  it("reports a context that is too long with the server's numbers", async () => {
    const { url } = await double();
    const engine = await engineFor(url, { capabilities: known });
    const messages = [{ role: "user" as const, content: "word ".repeat(6000) }];
    expect(await failure(engine.generate(request({ messages }), never))).toMatchObject({
      kind: "context-too-long",
      message: expect.stringContaining("4096"),
    });
  });

  it("stops waiting when cancelled", async () => {
    const server = await double();
    const engine = await engineFor(server.url, { capabilities: known });
    const cancel = new AbortController();
    server.failNext({ kind: "hang" });
    const outcome = failure(engine.generate(request(), cancel.signal));
    cancel.abort(new Error("paused"));
    expect(await outcome).toMatchObject({ message: "paused" });
  });
});

it("lets no garbage through that is not named and well formed", async () => {
  const { url } = await double({ script: "garbage" });
  const engine = await engineFor(url, { capabilities: known });
  const { generations } = await engine.generate(request({ n: 40 }), never);
  const finishes = new Set(generations.map(({ finish }) => finish));
  expect(finishes).toContain("runaway");
  expect(generations.some(({ text }) => text === "")).toBe(true);
  for (const { text } of generations) expect(text).not.toMatch(/\p{Surrogate}/u);
});

it("closes the request when it is taken back, so that the server stops writing", async () => {
  const decode = { stepMs: 20, sequenceMs: 0, prefillMs: 0, sequences: 4, cacheTokens: 1_000 };
  const server = await double({ decode });
  const engine = await engineFor(server.url, { capabilities: known });
  const stop = new AbortController();
  const taken = failure(engine.generate(request({ n: 2 }), stop.signal));
  while (server.seen.length === 0) await systemClock.sleep(1);
  stop.abort(new Error("paused"));
  expect(await taken).toMatchObject({ message: "paused" });
  const other = await engine.generate(request({ key: "other" }), never);
  // Had the two samples gone on, they would have been written beside the third.
  const written = other.generations[0]?.tokens ?? 0;
  expect(server.decoded().generated).toBeGreaterThanOrEqual(written);
  expect(server.decoded().generated).toBeLessThan(2 * written);
});

it("asks again only for the samples that failed, where the server gives one a request", async () => {
  const server = await double({ personality: "chat-only" });
  const capabilities = { ...known, dialect: "openai", samplesPerRequest: false, logprobs: false } as const;
  const engine = await engineFor(server.url, { capabilities });
  server.failNext({ kind: "status", status: 429 });
  expect(await failure(engine.generate(request({ n: 3 }), never))).toMatchObject({ kind: "overloaded" });
  let early = 0;
  const { generations } = await engine.generate(request({ n: 3 }), never, () => (early += 1));
  expect(generations).toHaveLength(3);
  expect(server.seen).toHaveLength(4);
  expect(early).toBe(1);
});

it("says at little cost whether the server lives", async () => {
  const server = await double();
  const engine = await engineFor(server.url, { capabilities: known });
  await engine.check?.(never);
  expect(server.seen.map(({ path }) => path)).toEqual(["/v1/models"]);
  await server.close();
  expect(await failure(engine.check?.(never) ?? Promise.resolve())).toMatchObject({ kind: "unreachable" });
});
