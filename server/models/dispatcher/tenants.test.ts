import { describe, expect, it } from "vitest";
import { createLogger } from "@/server/foundation/logger";
import { createFakeClock, settle } from "../testing/fake-clock";
import { EngineError } from "../engine";
import { createDispatcher } from ".";
import { manualEngine, request } from "./testing/manual-engine";

const never = new AbortController().signal;

function setUp(sequences: number) {
  const clock = createFakeClock();
  const manual = manualEngine(sequences);
  const dispatcher = createDispatcher(manual.engine, { clock, logger: createLogger("test", "silent") });
  const submit = (key: string, { tenant = "run", n = 1, position = 0 } = {}) =>
    dispatcher.submit(request(key, n), { depth: 0, problemPosition: position, tenant, signal: never });
  return { ...manual, clock, dispatcher, submit };
}

describe("a tenant's limit", () => {
  it("holds its calls back, and lets them go when it is raised or lifted", async () => {
    const { dispatcher, submit, keys, answerAll } = setUp(16);
    dispatcher.setLimits("run", { maxInFlight: 2 });
    const all = Array.from({ length: 8 }, (_, i) => submit(`call-${i}`));
    await settle();
    expect(keys()).toHaveLength(2);
    dispatcher.setLimits("run", { maxInFlight: 3 });
    await settle();
    expect(keys()).toHaveLength(3);
    dispatcher.setLimits("run", { maxInFlight: null });
    await settle();
    expect(keys()).toHaveLength(8);
    answerAll();
    await Promise.all(all);
  });

  it("lets a call that is larger go alone, and sends nothing at 0", async () => {
    const { dispatcher, submit, keys, answerAll } = setUp(16);
    dispatcher.setLimits("run", { maxInFlight: 2 });
    const all = [submit("large", { n: 5 }), submit("other", { position: 1 })];
    await settle();
    expect(keys()).toEqual(["large"]);
    dispatcher.setLimits("run", { maxInFlight: 0 });
    answerAll();
    await settle();
    expect(keys()).toEqual(["large"]);
    expect(dispatcher.loadOf("run")).toEqual({ inFlight: 0, waiting: 1 });
    dispatcher.setLimits("run", { maxInFlight: null });
    await settle();
    answerAll();
    await Promise.all(all);
  });

  it("leaves the others alone", async () => {
    const { dispatcher, submit, keys, answerAll } = setUp(16);
    dispatcher.setLimits("held", { maxInFlight: 0 });
    const held = submit("held", { tenant: "held" });
    const free = submit("free", { tenant: "free" });
    await settle();
    expect(keys()).toEqual(["free"]);
    dispatcher.setLimits("held", { maxInFlight: null });
    await settle();
    answerAll();
    await Promise.all([held, free]);
  });
});

it("a tenant that comes late gets its part at once, and cannot claim what it left unused", async () => {
  const { dispatcher, submit, keys, call } = setUp(2);
  const all = Array.from({ length: 20 }, (_, i) => submit(`early-${i}`, { tenant: "early", position: i }));
  await settle();
  for (let i = 0; i < 10; i++) {
    call(`early-${i}`).resolve();
    await settle();
  }
  all.push(...Array.from({ length: 6 }, (_, i) => submit(`late-${i}`, { tenant: "late", position: i })));
  await settle();
  for (let i = 0; i < 6; i++) {
    const open = keys().slice(-2)[0] ?? "";
    call(open).resolve();
    await settle();
  }
  const next = keys().slice(12);
  expect(next.filter((key) => key.startsWith("late"))).toHaveLength(3);
  expect(dispatcher.stats().inFlight).toBe(2);
});

describe("whenFree", () => {
  it("lets a tenant bring work until one and a half times what may be in flight is at hand", async () => {
    const { dispatcher, submit, call } = setUp(4);
    const all: Promise<unknown>[] = [];
    const bring = async (i: number): Promise<void> => {
      await dispatcher.whenFree("run", never);
      all.push(submit(`call-${i}`, { position: i }));
    };
    for (let i = 0; i < 6; i++) await bring(i);
    const seventh = bring(6);
    await settle();
    expect(all).toHaveLength(6);
    call("call-0").resolve();
    await settle();
    await seventh;
    expect(all).toHaveLength(7);
  });

  it("asks each of two tenants for its part only", async () => {
    const { dispatcher, submit } = setUp(8);
    for (let i = 0; i < 12; i++) submit(`a-${i}`, { tenant: "a" }).catch(() => undefined);
    for (let i = 0; i < 5; i++) submit(`b-${i}`, { tenant: "b" }).catch(() => undefined);
    await dispatcher.whenFree("b", never);
    submit("b-5", { tenant: "b" }).catch(() => undefined);
    const stop = new AbortController();
    const none = dispatcher.whenFree("b", stop.signal).catch((error: unknown) => error);
    await settle();
    stop.abort(new Error("paused"));
    expect(await none).toMatchObject({ message: "paused" });
  });
});

describe("ask", () => {
  it("puts a question in its turn, and again where it may succeed", async () => {
    const { dispatcher, submit, call, clock } = setUp(1);
    const first = submit("first");
    let times = 0;
    const asked = dispatcher.ask(
      (engine) => {
        times += 1;
        if (times === 1) return Promise.reject(new EngineError("server-error", "500"));
        return Promise.resolve(engine.sequences);
      },
      { key: "question", depth: 0, problemPosition: 1, signal: never },
    );
    await settle();
    expect(times).toBe(0);
    call("first").resolve();
    await first;
    await clock.advance(1_000);
    expect(await asked).toBe(1);
    expect(times).toBe(2);
  });

  it("is never put once it was taken back", async () => {
    const { dispatcher, submit, call } = setUp(1);
    const first = submit("first");
    const stop = new AbortController();
    let times = 0;
    const asked = dispatcher
      .ask(() => Promise.resolve((times += 1)), {
        key: "q",
        depth: 0,
        problemPosition: 1,
        signal: stop.signal,
      })
      .catch((error: unknown) => error);
    await settle();
    stop.abort(new Error("paused"));
    call("first").resolve();
    await first;
    await settle();
    expect(await asked).toMatchObject({ message: "paused" });
    expect(times).toBe(0);
  });
});
