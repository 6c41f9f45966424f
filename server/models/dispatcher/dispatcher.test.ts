import { describe, expect, it } from "vitest";
import { createLogger } from "@/server/foundation/logger";
import { EngineError, type Engine, type GenerateRequest, type GenerateResult } from "../engine";
import { createFakeClock, settle } from "../testing/fake-clock";
import { createDispatcher } from ".";

const logger = createLogger("test", "silent");
const request = (key: string, n = 1): GenerateRequest => ({
  key,
  messages: [{ role: "user", content: key }],
  prefix: "",
  n,
  sampling: { temperature: 1, topP: 1, maxTokens: 8, stop: [] },
});
const answer: GenerateResult = { generations: [], promptTokens: 1 };

/** An engine whose calls are answered by the test. */
function manualEngine(sequences: number, maxSequences?: number) {
  const sent: { key: string; resolve: () => void; reject: (error: unknown) => void; signal: AbortSignal }[] =
    [];
  const engine: Engine = {
    sequences,
    ...(maxSequences === undefined ? {} : { maxSequences }),
    generate: ({ key }, signal) =>
      new Promise((resolve, reject) => {
        sent.push({ key, signal, reject, resolve: () => resolve(answer) });
      }),
    renderPrompt: () => Promise.resolve(""),
    close: () => Promise.resolve(),
  };
  const call = (key: string) => {
    const found = sent.findLast((one) => one.key === key);
    if (found === undefined) throw new Error(`${key} was not sent`);
    return found;
  };
  return { engine, call, keys: () => sent.map(({ key }) => key) };
}

function setUp(sequences: number, maxSequences?: number) {
  const clock = createFakeClock();
  const manual = manualEngine(sequences, maxSequences);
  const dispatcher = createDispatcher(manual.engine, { clock, logger });
  const never = new AbortController().signal;
  const submit = (key: string, { depth = 0, position = 0, n = 1, signal = never } = {}) =>
    dispatcher.submit(request(key, n), { depth, problemPosition: position, signal });
  return { ...manual, clock, dispatcher, submit };
}

describe("order", () => {
  it("sends the deepest prefix first, then the earliest problem, then the earliest call", async () => {
    const { submit, call, keys } = setUp(1);
    const all = [
      submit("first"),
      submit("shallow", { depth: 1, position: 0 }),
      submit("late", { depth: 3, position: 9 }),
      submit("early", { depth: 3, position: 2 }),
      submit("early-too", { depth: 3, position: 2 }),
    ];
    for (const key of ["first", "early", "early-too", "late", "shallow"]) {
      call(key).resolve();
      await settle();
    }
    await Promise.all(all);
    expect(keys()).toEqual(["first", "early", "early-too", "late", "shallow"]);
  });

  it("counts samples, not calls, and leaves no sequence of an exact engine idle", () => {
    const { submit, keys, dispatcher } = setUp(4);
    const all = [submit("a", { n: 3 }), submit("b", { n: 3 }), submit("c")];
    expect(all).toHaveLength(3);
    expect(keys()).toEqual(["a", "b"]);
    expect(dispatcher.stats()).toEqual({ inFlight: 6, waiting: 1, limit: 4 });
  });

  it("never exceeds the limit of a server, and sends a smaller call where a larger does not fit", () => {
    const { submit, keys } = setUp(4, 64);
    const all = [submit("a", { n: 3 }), submit("b", { n: 3, depth: 1 }), submit("c")];
    expect(all).toHaveLength(3);
    expect(keys()).toEqual(["a", "c"]);
  });
});

describe("failures", () => {
  it("tries again after a pause, and counts the pause in the duration", async () => {
    const { submit, call, keys, clock } = setUp(2);
    const result = submit("a");
    call("a").reject(new EngineError("server-error", "500"));
    await settle();
    expect(keys()).toEqual(["a"]);
    await clock.advance(500);
    expect(keys()).toEqual(["a", "a"]);
    call("a").resolve();
    const { durationMs } = await result;
    expect(durationMs).toBeGreaterThanOrEqual(250);
    expect(durationMs).toBeLessThanOrEqual(500);
  });

  it("waits as long as the server asked, and holds the other calls back meanwhile", async () => {
    const { submit, call, keys, clock } = setUp(1);
    const both = Promise.all([submit("a", { depth: 1 }), submit("b")]);
    call("a").reject(new EngineError("overloaded", "429", { retryAfterMs: 7_000 }));
    await clock.advance(6_999);
    expect(keys()).toEqual(["a"]);
    await clock.advance(1);
    expect(keys()).toEqual(["a", "a"]);
    call("a").resolve();
    await settle();
    call("b").resolve();
    await both;
  });

  it("gives up after five attempts with the last error", async () => {
    const { submit, call, keys, clock } = setUp(1);
    const outcome = submit("a").catch((error: unknown) => error);
    for (let attempt = 1; attempt <= 5; attempt++) {
      call("a").reject(new EngineError("timeout", `attempt ${attempt}`));
      await clock.advance(60_000);
    }
    expect(keys()).toHaveLength(5);
    expect(await outcome).toMatchObject({ kind: "timeout", message: "attempt 5" });
  });

  it.each(["bad-response", "bad-request", "context-too-long"] as const)(
    "does not repeat %s",
    async (kind) => {
      const { submit, call, keys, clock } = setUp(1);
      const outcome = submit("a").catch((error: unknown) => error);
      call("a").reject(new EngineError(kind, "no"));
      expect(await outcome).toMatchObject({ kind });
      await clock.advance(60_000);
      expect(keys()).toEqual(["a"]);
    },
  );

  it.each(["unreachable", "not-the-api", "model-missing", "model-damaged"] as const)(
    "rejects all that wait at once when the engine is down: %s",
    async (kind) => {
      const { submit, call, keys, dispatcher } = setUp(1);
      const outcomes = Promise.allSettled([submit("a"), submit("b"), submit("c")]);
      call("a").reject(new EngineError(kind, "down"));
      expect((await outcomes).map((one) => one.status)).toEqual(["rejected", "rejected", "rejected"]);
      expect(keys()).toEqual(["a"]);
      expect(dispatcher.stats()).toEqual({ inFlight: 0, waiting: 0, limit: 1 });
      const again = submit("d");
      call("d").resolve();
      await again;
    },
  );
});

describe("cancelling", () => {
  it("never sends a call that was cancelled while it waited", async () => {
    const { submit, call, keys } = setUp(1);
    const cancel = new AbortController();
    const first = submit("a");
    const second = submit("b", { signal: cancel.signal }).catch((error: unknown) => error);
    cancel.abort(new Error("paused"));
    expect(await second).toMatchObject({ message: "paused" });
    call("a").resolve();
    await first;
    expect(keys()).toEqual(["a"]);
  });

  it("passes the signal on to the engine and does not repeat a call that was cancelled in flight", async () => {
    const { submit, call, keys, clock } = setUp(1);
    const cancel = new AbortController();
    const outcome = submit("a", { signal: cancel.signal }).catch((error: unknown) => error);
    cancel.abort(new Error("paused"));
    expect(call("a").signal.aborted).toBe(true);
    call("a").reject(new EngineError("server-error", "socket closed"));
    expect(await outcome).toMatchObject({ message: "paused" });
    await clock.advance(60_000);
    expect(keys()).toEqual(["a"]);
  });

  it("lets the others go on when the one that the server asked to wait is cancelled", async () => {
    const { submit, call, keys, clock } = setUp(1);
    const cancel = new AbortController();
    const first = submit("a", { signal: cancel.signal }).catch(() => "cancelled");
    const second = submit("b");
    call("a").reject(new EngineError("overloaded", "429", { retryAfterMs: 5_000 }));
    await settle();
    cancel.abort();
    expect(await first).toBe("cancelled");
    await clock.advance(5_000);
    expect(keys()).toEqual(["a", "b"]);
    call("b").resolve();
    await second;
  });
});

describe("the limit of a server", () => {
  it("grows by one for each full round and halves when the server is overloaded", async () => {
    const { submit, call, dispatcher, clock } = setUp(2, 64);
    const all = ["a", "b", "c", "d", "e"].map((key) => submit(key).catch(() => null));
    call("a").resolve();
    call("b").resolve();
    await settle();
    expect(dispatcher.stats().limit).toBe(2);
    call("c").resolve();
    await settle();
    expect(dispatcher.stats()).toMatchObject({ limit: 3 });
    call("d").reject(new EngineError("overloaded", "429"));
    await settle();
    expect(dispatcher.stats().limit).toBe(1);
    call("e").resolve();
    await clock.advance(1_000);
    call("d").resolve();
    await Promise.all(all);
  });
});

it("lets any number of calls wait on one signal", async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error): number => warnings.push(warning);
  process.on("warning", listen);
  const { submit, dispatcher } = setUp(1);
  const cancel = new AbortController();
  const all = Array.from({ length: 40 }, (_, i) =>
    submit(`call-${i}`, { signal: cancel.signal }).catch(() => null),
  );
  expect(dispatcher.stats().waiting).toBe(39);
  cancel.abort();
  await settle();
  process.off("warning", listen);
  expect(warnings).toEqual([]);
  expect(dispatcher.stats().waiting).toBe(0);
  expect(all).toHaveLength(40);
});
