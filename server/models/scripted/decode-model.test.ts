import { describe, expect, it } from "vitest";
import { createDecodeModel, type DecodeTimes } from "./decode-model";

const TIMES: DecodeTimes = { stepMs: 10, sequenceMs: 1, prefillMs: 0, sequences: 4, cacheTokens: 10_000 };

/** Adds jobs of so many tokens and says when each ended. */
function run(times: DecodeTimes, jobs: readonly { tokens: number; prompt?: string; at?: number }[]) {
  const model = createDecodeModel(times);
  const ended: number[] = [];
  let now = 0;
  const started = jobs.map(({ tokens, prompt = "", at = 0 }, i) => {
    model.advance(at);
    const job = { prompt, text: "x".repeat(4 * tokens), tokens, done: () => (ended[i] = now) };
    model.add(job, at);
    return job;
  });
  const finish = (): (number | undefined)[] => {
    for (let next = model.nextAt(); next !== null; next = model.nextAt()) {
      now = next;
      model.advance(now);
    }
    return jobs.map((_, i) => ended[i]).map((time) => (time === undefined ? time : Math.round(time)));
  };
  return { model, started, finish };
}

describe("a server that decodes in batches", () => {
  it("gives each running sequence a token a step, and a step costs more for more of them", () => {
    expect(run(TIMES, [{ tokens: 10 }]).finish()).toEqual([110]);
    expect(run(TIMES, [{ tokens: 10 }, { tokens: 10 }]).finish()).toEqual([120, 120]);
    // Two for ten steps of 12 ms, then one for ten of 11 ms.
    expect(run(TIMES, [{ tokens: 10 }, { tokens: 20 }]).finish()).toEqual([120, 230]);
  });

  it("queues what is more than it can run, in order", () => {
    const times = { ...TIMES, sequences: 1 };
    expect(run(times, [{ tokens: 10 }, { tokens: 5 }, { tokens: 5 }]).finish()).toEqual([110, 165, 220]);
  });

  it("reads a prompt once: later samples of it, and those that go on from an answer, find it", () => {
    const times = { ...TIMES, prefillMs: 1, sequences: 1 };
    const prompt = "p".repeat(640);
    const { model, finish } = run(times, [
      { tokens: 16, prompt },
      { tokens: 16, prompt },
      { tokens: 16, prompt: `${prompt}${"x".repeat(64)}` },
    ]);
    expect(finish()).toEqual([160 + 176, 160 + 2 * 176, 160 + 3 * 176]);
    expect(model.counters()).toEqual({ generated: 48, prefilled: 160, cached: 160 + 176 });
  });

  it("stops at once what is dropped", () => {
    const { model, started, finish } = run(TIMES, [{ tokens: 10 }, { tokens: 10 }]);
    const [first] = started;
    if (first === undefined) throw new Error("two jobs");
    model.drop(first, 60);
    expect(finish()).toEqual([undefined, 60 + 55]);
    expect(model.counters().generated).toBe(15);
  });

  it("loses no time when the clock is read late", () => {
    const { model, started } = run(TIMES, [{ tokens: 10 }, { tokens: 20 }]);
    expect(started).toHaveLength(2);
    model.advance(10_000);
    expect(model.counters().generated).toBe(30);
    expect(model.nextAt()).toBeNull();
  });
});
