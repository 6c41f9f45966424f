import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "@/server/foundation/clock";
import { createLogger } from "@/server/foundation/logger";
import { EngineError, type GenerateResult } from "../engine";
import { connectionTo } from "../openai/connection";
import { openOpenAiEngine } from "../openai/openai-engine";
import { startHttpDouble, type HttpDouble } from "../scripted/http-double";
import { createFakeClock, settle } from "../testing/fake-clock";
import { createDispatcher, type Dispatcher } from ".";
import { manualEngine, request } from "./testing/manual-engine";

const logger = createLogger("test", "silent");
const never = new AbortController().signal;
const down = (): EngineError => new EngineError("unreachable", "nobody listens");

function setUp(names: readonly string[], sequences = 2) {
  const clock = createFakeClock();
  const engines = names.map((name) => Object.assign(manualEngine(sequences), { name }));
  const dispatcher = createDispatcher(engines, { clock, logger });
  const submit = (key: string, position = 0): Promise<GenerateResult> =>
    dispatcher.submit(request(key), { depth: 0, problemPosition: position, signal: never });
  const at = (name: string) => {
    const found = engines.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no replica ${name}`);
    return found;
  };
  return { clock, engines, dispatcher, submit, at };
}

const stateOf = (dispatcher: Dispatcher) =>
  Object.fromEntries(dispatcher.stats().replicas.map(({ name, state }) => [name, state]));

describe("several replicas", () => {
  it("keeps a problem's calls on one replica, and problems spread over all", async () => {
    const { engines, submit } = setUp(["a", "b", "c"], 100);
    const all: Promise<unknown>[] = [];
    for (let position = 0; position < 60; position++)
      for (let call = 0; call < 3; call++) all.push(submit(`${position}/${call}`, position));
    await settle();
    const homes = new Map<string, Set<string>>();
    for (const { name, keys } of engines) {
      expect(keys().length).toBeGreaterThan(20);
      for (const key of keys()) {
        const [problem = ""] = key.split("/");
        homes.set(problem, (homes.get(problem) ?? new Set()).add(name));
      }
    }
    const sticky = [...homes.values()].filter(({ size }) => size === 1).length;
    expect(homes.size).toBe(60);
    // Those that were spilled over, while one queue was far longer than the others, are few.
    expect(sticky).toBeGreaterThan(50);
    for (const { answerAll } of engines) answerAll();
    await Promise.all(all);
  });

  it("leaves no replica idle while another has more than it can do", async () => {
    const { engines, submit } = setUp(["a", "b"], 2);
    const all = Array.from({ length: 8 }, (_, i) => submit(`one-problem-${i}`, 7));
    await settle();
    expect(engines.map((one) => one.keys().length)).toEqual([2, 2]);
    for (let round = 0; round < 4; round++) {
      for (const { answerAll } of engines) answerAll();
      await settle();
    }
    await Promise.all(all);
  });

  it("gives the calls of a dead replica to the others at once, and loses none", async () => {
    const { engines, dispatcher, submit } = setUp(["a", "b"], 2);
    const all = Array.from({ length: 12 }, (_, i) => submit(`call-${i}`, i));
    await settle();
    const [dead, alive] = engines;
    if (dead === undefined || alive === undefined) throw new Error("two replicas");
    const lost = dead.keys();
    expect(lost).toHaveLength(2);
    for (const key of lost) dead.call(key).reject(down());
    await settle();
    expect(dispatcher.stats()).toMatchObject({ inFlight: 2, waiting: 10 });
    for (let round = 0; round < 6; round++) {
      alive.answerAll();
      await settle();
    }
    await Promise.all(all);
    expect(alive.keys().toSorted()).toEqual(Array.from({ length: 12 }, (_, i) => `call-${i}`).toSorted());
  });

  it("asks a dead replica with growing pauses whether it is back, and takes it back when it is", async () => {
    const { clock, dispatcher, submit, at } = setUp(["a", "b"], 1);
    const all = Array.from({ length: 6 }, (_, i) => submit(`call-${i}`, i));
    await settle();
    at("a")
      .call(at("a").keys()[0] ?? "")
      .reject(down());
    await settle();
    expect(stateOf(dispatcher)).toEqual({ a: "down", b: "up" });
    at("a").alive = false;
    await clock.advance(60_000);
    // After 1, 3, 7, 15 and 31 seconds.
    expect(at("a").checks()).toBe(5);
    at("a").alive = true;
    await clock.advance(60_000);
    expect(stateOf(dispatcher)).toEqual({ a: "up", b: "up" });
    expect(dispatcher.stats()).toMatchObject({ inFlight: 2 });
    for (let round = 0; round < 6; round++) {
      at("a").answerAll();
      at("b").answerAll();
      await settle();
    }
    await Promise.all(all);
  });

  it("lets calls fail only when all replicas are down, and comes back with the next call", async () => {
    const { dispatcher, submit, at } = setUp(["a", "b"], 1);
    const outcomes = Promise.allSettled([submit("x", 1), submit("y", 2), submit("z", 3)]);
    await settle();
    for (const name of ["a", "b"]) at(name).rejectAll(down());
    await settle();
    for (const name of ["a", "b"]) at(name).rejectAll(down());
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(stateOf(dispatcher)).toEqual({ a: "down", b: "down" });
    const again = submit("again", 1);
    await settle();
    at("a").answerAll();
    at("b").answerAll();
    await again;
    expect(Object.values(stateOf(dispatcher)).toSorted()).toEqual(["down", "up"]);
  });

  it("takes the calls away from a replica that is silent and does not answer when it is asked", async () => {
    const { clock, dispatcher, submit, at } = setUp(["a", "b"], 1);
    const all = [submit("x", 1), submit("y", 2)];
    await settle();
    const [stuck = ""] = at("a").keys();
    at("b").answerAll();
    at("a").alive = false;
    await clock.advance(59_000);
    expect(at("a").checks()).toBe(0);
    await clock.advance(1_000);
    expect(at("a").call(stuck).signal.aborted).toBe(true);
    at("a").rejectAll(new Error("closed"));
    await settle();
    expect(stateOf(dispatcher)).toEqual({ a: "down", b: "up" });
    at("b").call(stuck).resolve();
    expect(await Promise.all(all)).toHaveLength(2);
  });

  it("leaves a replica alone that takes its time but lives", async () => {
    const { clock, submit, at } = setUp(["a", "b"], 1);
    const all = [submit("x", 1), submit("y", 2)];
    await settle();
    await clock.advance(200_000);
    expect(at("a").checks()).toBe(3);
    at("a").answerAll();
    at("b").answerAll();
    expect(await Promise.all(all)).toHaveLength(2);
  });

  it("tries a failed call on another replica without a pause", async () => {
    const { engines, submit } = setUp(["a", "b"], 1);
    const result = submit("poisoned");
    await settle();
    const first = engines.find(({ keys }) => keys().length === 1);
    first?.call("poisoned").reject(new EngineError("server-error", "connection broke"));
    await settle();
    const second = engines.find((one) => one !== first);
    second?.call("poisoned").resolve();
    expect(await result).toMatchObject({ promptTokens: 1 });
  });
});

describe("over real sockets", () => {
  const servers: HttpDouble[] = [];
  const engines: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of [...engines.splice(0), ...servers.splice(0)]) await one.close();
  });

  async function serve(port?: number): Promise<HttpDouble> {
    const times = { stepMs: 1, sequenceMs: 0, prefillMs: 0, sequences: 8, cacheTokens: 10_000 };
    const server = await startHttpDouble({ decode: times, ...(port === undefined ? {} : { port }) });
    servers.push(server);
    return server;
  }

  it("survives the death of one of three servers in the middle, and uses it again when it is back", async () => {
    const doubles = [await serve(), await serve(), await serve()];
    const named = await Promise.all(
      doubles.map(async ({ url }) => {
        const connection = connectionTo(url, "double", null);
        if (connection === null) throw new Error("bad address");
        const options = { connection, capabilities: null, maxConcurrency: 8, clock: systemClock };
        const engine = await openOpenAiEngine(options);
        engines.push(engine);
        return { name: url, engine };
      }),
    );
    const dispatcher = createDispatcher(named, { clock: systemClock, logger });
    const answered = new Map<string, number>();
    const ask = async (i: number): Promise<void> => {
      const key = `call-${i}`;
      const options = { depth: 0, problemPosition: i, signal: never };
      const { generations } = await dispatcher.submit({ ...request(key, 2), n: 2 }, options);
      expect(generations).toHaveLength(2);
      answered.set(key, (answered.get(key) ?? 0) + 1);
    };
    const dead = doubles[1];
    if (dead === undefined) throw new Error("three servers");
    const all = Array.from({ length: 60 }, (_, i) => ask(i));
    await Promise.race(all);
    await dead.close();
    await Promise.all(all);
    expect(answered.size).toBe(60);
    expect([...answered.values()].every((times) => times === 1)).toBe(true);
    const more = Array.from({ length: 30 }, (_, i) => ask(100 + i));
    await Promise.all(more);
    expect(stateOf(dispatcher)).toMatchObject({ [dead.url]: "down" });

    const back = await serve(Number(new URL(dead.url).port));
    for (let i = 200; stateOf(dispatcher)[dead.url] === "down"; i++) await ask(i);
    await Promise.all(Array.from({ length: 30 }, (_, i) => ask(10_000 + i)));
    expect(back.seen.some(({ path }) => path.endsWith("/completions"))).toBe(true);
  });
});
