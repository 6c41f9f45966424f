import { describe, expect, it } from "vitest";
import { createLogger } from "@/server/foundation/logger";
import { EngineError } from "../engine";
import { createFakeClock, settle } from "../testing/fake-clock";
import { createDispatcher } from ".";
import { manualEngine, request } from "./testing/manual-engine";

const logger = createLogger("test", "silent");
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
  it("goes on with the problem served last, deepest first, then with the earliest problem", async () => {
    const { submit, call, keys } = setUp(1);
    const all = [submit("late-1", { position: 9 }), submit("early", { depth: 1, position: 2 })];
    await settle();
    call("early").resolve();
    await settle();
    // What the answer leads to is there before the next call is chosen.
    all.push(submit("late-2", { depth: 1, position: 9 }), submit("late-3", { depth: 2, position: 9 }));
    all.push(submit("middle", { depth: 5, position: 5 }));
    for (const key of ["late-1", "late-3", "late-2", "middle"]) {
      call(key).resolve();
      await settle();
    }
    await Promise.all(all);
    expect(keys()).toEqual(["early", "late-1", "late-3", "late-2", "middle"]);
  });

  it("has what an answer leads to among the calls to choose from", async () => {
    const { submit, call, keys } = setUp(1);
    const chain = submit("late-1", { position: 9 }).then(() => submit("late-2", { depth: 1, position: 9 }));
    await settle();
    const other = submit("early", { position: 0 });
    for (const key of ["late-1", "late-2", "early"]) {
      call(key).resolve();
      await settle();
    }
    await Promise.all([chain, other]);
    expect(keys()).toEqual(["late-1", "late-2", "early"]);
  });

  it("counts samples, not calls, and leaves no sequence of an exact engine idle", async () => {
    const { submit, keys, dispatcher } = setUp(4);
    const all = [submit("a", { n: 3 }), submit("b", { n: 3 }), submit("c")];
    await settle();
    expect(all).toHaveLength(3);
    expect(keys()).toEqual(["a", "b"]);
    expect(dispatcher.stats()).toMatchObject({ inFlight: 6, waiting: 1, limit: 4 });
  });

  it("sends the next call when a sample is finished before the others of its call", async () => {
    const { submit, call, keys, dispatcher } = setUp(2);
    const all = [submit("a", { n: 2 }), submit("b")];
    await settle();
    expect(keys()).toEqual(["a"]);
    call("a").finishSample();
    await settle();
    expect(keys()).toEqual(["a", "b"]);
    expect(dispatcher.stats()).toMatchObject({ inFlight: 2, waiting: 0 });
    call("a").resolve();
    call("b").resolve();
    await Promise.all(all);
    expect(dispatcher.stats()).toMatchObject({ inFlight: 0 });
  });

  it("never exceeds the most that a server may get, and sends a smaller call where a larger does not fit", async () => {
    const { submit, keys } = setUp(4, 4);
    const all = [submit("a", { n: 3 }), submit("b", { n: 3, depth: 1 }), submit("c", { position: 1 })];
    await settle();
    expect(all).toHaveLength(3);
    expect(keys()).toEqual(["b", "c"]);
  });
});

describe("failures", () => {
  it("tries again after a pause, and counts the pause in the duration", async () => {
    const { submit, call, keys, clock } = setUp(2);
    const result = submit("a");
    await settle();
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
    await settle();
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
    await settle();
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
      await settle();
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
      await settle();
      call("a").reject(new EngineError(kind, "down"));
      expect((await outcomes).map((one) => one.status)).toEqual(["rejected", "rejected", "rejected"]);
      expect(keys()).toEqual(["a"]);
      expect(dispatcher.stats()).toMatchObject({ inFlight: 0, waiting: 0 });
      const again = submit("d");
      await settle();
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
    await settle();
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
    await settle();
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
    await settle();
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

it("lets any number of calls wait on one signal", async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error): number => warnings.push(warning);
  process.on("warning", listen);
  const { submit, dispatcher } = setUp(1);
  const cancel = new AbortController();
  const all = Array.from({ length: 40 }, (_, i) =>
    submit(`call-${i}`, { signal: cancel.signal }).catch(() => null),
  );
  await settle();
  expect(dispatcher.stats().waiting).toBe(39);
  cancel.abort();
  await settle();
  process.off("warning", listen);
  expect(warnings).toEqual([]);
  expect(dispatcher.stats().waiting).toBe(0);
  expect(all).toHaveLength(40);
});
