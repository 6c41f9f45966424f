import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createLogger } from "@/server/foundation/logger";
import { seededRng } from "@/server/foundation/rng";
import { EngineError, type Engine } from "../engine";
import { createFakeClock, type FakeClock } from "../testing/fake-clock";
import { createDispatcher } from ".";
import { request } from "./testing/manual-engine";

const logger = createLogger("test", "silent");

interface World {
  readonly clock: FakeClock;
  readonly answered: Map<string, number>;
  readonly sentAfterAbort: string[];
  readonly aborted: Set<string>;
}

/** An engine that takes its time, fails by chance in every way that may pass, and dies and comes back. */
function moodyEngine(
  name: string,
  world: World,
  { seed, deathly }: { seed: string; deathly: boolean },
): Engine {
  const rng = seededRng(`${seed}/${name}`);
  let deadUntil = 0;
  const isDead = (): boolean => deathly && world.clock.now() < deadUntil;
  return {
    sequences: 3,
    maxSequences: 8,
    async generate({ key, n }, signal) {
      if (world.aborted.has(key)) world.sentAfterAbort.push(key);
      if (isDead()) throw new EngineError("unreachable", "nobody listens");
      await world.clock.sleep(1 + Math.floor(rng() * 200), signal);
      const mood = rng();
      if (deathly && mood < 0.05) {
        deadUntil = world.clock.now() + 3_000;
        throw new EngineError("server-error", "connection broke");
      }
      if (mood < 0.1) throw new EngineError("overloaded", "429", { retryAfterMs: 100 });
      if (mood < 0.15) throw new EngineError("server-error", "500");
      world.answered.set(key, (world.answered.get(key) ?? 0) + 1);
      const generation = { text: key, tokens: 5, meanLogprob: null, finish: "end-of-turn" } as const;
      return { generations: Array.from({ length: n }, () => generation), promptTokens: 1 };
    },
    check: () =>
      isDead() ? Promise.reject(new EngineError("unreachable", "still nobody")) : Promise.resolve(),
    renderPrompt: () => Promise.resolve(""),
    close: () => Promise.resolve(),
  };
}

it("answers every call once or says why not, under failures, aborts and deaths of replicas", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.integer({ min: 1, max: 60 }), async (seed, count) => {
      const clock = createFakeClock();
      const world: World = { clock, answered: new Map(), sentAfterAbort: [], aborted: new Set() };
      const rng = seededRng(seed);
      const engines = ["a", "b", "c"].map((name) => ({
        name,
        engine: moodyEngine(name, world, { seed, deathly: name !== "c" }),
      }));
      const dispatcher = createDispatcher(engines, { clock, logger });
      const outcomes = new Map<string, string>();
      const all = Array.from({ length: count }, async (_, i) => {
        const key = `call-${i}`;
        const control = new AbortController();
        await clock.sleep(Math.floor(rng() * 1_000));
        const options = {
          depth: Math.floor(rng() * 5),
          problemPosition: Math.floor(rng() * 9),
          tenant: rng() < 0.5 ? "x" : "y",
          signal: control.signal,
        };
        const call = dispatcher.submit(request(key, 1 + Math.floor(rng() * 4)), options);
        const takeBack = async (): Promise<void> => {
          await clock.sleep(Math.floor(rng() * 400));
          if (outcomes.has(key)) return;
          world.aborted.add(key);
          control.abort(new Error("taken back"));
        };
        if (rng() < 0.2) takeBack().catch(() => undefined);
        try {
          const { generations } = await call;
          expect(generations[0]?.text).toBe(key);
          outcomes.set(key, "answered");
        } catch (error) {
          outcomes.set(key, error instanceof EngineError ? error.kind : "taken back");
        }
      });
      await clock.advance(600_000);
      await Promise.all(all);
      expect(outcomes.size).toBe(count);
      const told = [...outcomes].map(([key, outcome]) => {
        const times = world.answered.get(key) ?? 0;
        if (outcome === "answered") return { key, right: times === 1 };
        if (outcome === "taken back") return { key, right: world.aborted.has(key) };
        // Five attempts, each of which failed; never that an engine is down, since one always lives.
        return { key, right: times === 0 && ["overloaded", "server-error"].includes(outcome) };
      });
      expect(told.filter(({ right }) => !right)).toEqual([]);
      expect(world.sentAfterAbort).toEqual([]);
      expect(dispatcher.stats()).toMatchObject({ inFlight: 0, waiting: 0 });
    }),
    { numRuns: 40 },
  );
});

/** Tokens generated for each tenant while both always have calls that wait. */
async function shares(tenants: readonly { name: string; share: number; n: number; tokens: number }[]) {
  const clock = createFakeClock();
  const done = new Map<string, number>();
  const engine: Engine = {
    sequences: 16,
    async generate({ key, n }) {
      const tenant = tenants.find(({ name }) => key.startsWith(name));
      const tokens = tenant?.tokens ?? 0;
      await clock.sleep(tokens * 10);
      done.set(tenant?.name ?? "", (done.get(tenant?.name ?? "") ?? 0) + n * tokens);
      const generation = { text: "", tokens, meanLogprob: null, finish: "end-of-turn" } as const;
      return { generations: Array.from({ length: n }, () => generation), promptTokens: 1 };
    },
    renderPrompt: () => Promise.resolve(""),
    close: () => Promise.resolve(),
  };
  const dispatcher = createDispatcher(engine, { clock, logger });
  const stop = new AbortController();
  const clients = tenants.flatMap(({ name, share, n }) => {
    dispatcher.setLimits(name, { share });
    return Array.from({ length: 24 }, async (_, client) => {
      for (let i = 0; !stop.signal.aborted; i++) {
        const options = { depth: 0, problemPosition: client, tenant: name, signal: stop.signal };
        await dispatcher.submit(request(`${name}/${client}/${i}`, n), options);
      }
    });
  });
  const ended = Promise.allSettled(clients);
  await clock.advance(300_000);
  stop.abort();
  await clock.advance(10_000);
  await ended;
  return tenants.map(({ name }) => done.get(name) ?? 0);
}

it.each([
  { case: "equal", a: { share: 1, n: 1, tokens: 100 }, b: { share: 1, n: 1, tokens: 100 }, ratio: 1 },
  { case: "large calls", a: { share: 1, n: 8, tokens: 100 }, b: { share: 1, n: 1, tokens: 100 }, ratio: 1 },
  { case: "long samples", a: { share: 1, n: 2, tokens: 400 }, b: { share: 1, n: 2, tokens: 50 }, ratio: 1 },
  { case: "a larger share", a: { share: 3, n: 4, tokens: 100 }, b: { share: 1, n: 1, tokens: 60 }, ratio: 3 },
])("two tenants share the generated tokens: $case", async ({ a, b, ratio }) => {
  const [first = 0, second = 0] = await shares([
    { name: "a", ...a },
    { name: "b", ...b },
  ]);
  expect(first / second).toBeGreaterThan(ratio * 0.85);
  expect(first / second).toBeLessThan(ratio * 1.15);
});
