import { describe, expect, it } from "vitest";
import { seededRng } from "@/server/foundation/rng";
import { adaptiveLimit, fixedLimit } from "./in-flight-limit";

/** Keeps a server busy that works on `width` samples at once and queues the others, and says what limit is found. */
function findLimit(width: number, { first = 8, most = 256, samples = 4_000, n = 1, seed = "" } = {}): number {
  const limit = adaptiveLimit(first, most);
  const rng = seededRng(`${seed}/${width}`);
  const queue: { sentAt: number; call: { left: number } }[] = [];
  let running: { sentAt: number; endsAt: number; call: { left: number } }[] = [];
  let inFlight = 0;
  let now = 0;
  for (let done = 0; done < samples;) {
    for (; inFlight < limit.current(); inFlight += n) {
      const call = { left: n };
      queue.push(...Array.from({ length: n }, () => ({ sentAt: now, call })));
    }
    while (running.length < width) {
      const next = queue.shift();
      if (next === undefined) break;
      running.push({ ...next, endsAt: now + 500 + 1000 * rng() });
    }
    const [ended] = running.toSorted((a, b) => a.endsAt - b.endsAt);
    if (ended === undefined) throw new Error("nothing runs");
    running = running.filter((one) => one !== ended);
    now = ended.endsAt;
    done += 1;
    ended.call.left -= 1;
    if (ended.call.left > 0) continue;
    inFlight -= n;
    limit.answered({ samples: n, tokens: 100 * n, sentAt: ended.sentAt, now, held: true });
  }
  return limit.current();
}

describe("the limit of a server", () => {
  it("reaches what a wide server can do within a few rounds", () => {
    expect(findLimit(10_000, { samples: 400 })).toBe(256);
    expect(findLimit(200, { n: 8, samples: 1_000 })).toBeGreaterThan(190);
  });

  it.each([
    { width: 4, n: 1 },
    { width: 4, n: 8 },
    { width: 16, n: 1 },
    { width: 16, n: 8 },
    { width: 40, n: 5 },
  ])("stops within a few doublings of the width $width of a server that queues, by $n", ({ width, n }) => {
    for (const seed of ["a", "b", "c", "d"]) {
      const found = findLimit(width, { n, seed });
      expect(found).toBeGreaterThanOrEqual(Math.min(width * 1.2, 256));
      expect(found).toBeLessThan(Math.max(8, width) * 12);
    }
  });

  it("halves once for a crowd that complains together, then grows by one a round", () => {
    const limit = adaptiveLimit(16, 64);
    for (let i = 0; i < 16; i++) limit.overloaded(100, 200);
    expect(limit.current()).toBe(8);
    limit.overloaded(300, 400);
    expect(limit.current()).toBe(4);
    for (let i = 0; i < 4; i++) limit.answered({ samples: 1, tokens: 1, sentAt: 400, now: 500, held: true });
    expect(limit.current()).toBe(4);
    for (let i = 0; i < 2; i++) limit.answered({ samples: 1, tokens: 1, sentAt: 500, now: 600, held: true });
    expect(limit.current()).toBe(5);
    for (let i = 0; i < 20; i++) limit.overloaded(1_000 * (i + 1), 1_000 * (i + 1) + 1);
    expect(limit.current()).toBe(1);
  });

  it("does not grow while it holds nobody back", () => {
    const limit = adaptiveLimit(8, 64);
    for (let i = 0; i < 100; i++)
      limit.answered({ samples: 1, tokens: 1, sentAt: i, now: i + 1, held: false });
    expect(limit.current()).toBe(8);
  });

  it("stays what it is where the engine knows it", () => {
    const limit = fixedLimit(4);
    limit.overloaded(0, 1);
    limit.answered({ samples: 9, tokens: 1, sentAt: 0, now: 1, held: true });
    expect(limit.current()).toBe(4);
  });
});
