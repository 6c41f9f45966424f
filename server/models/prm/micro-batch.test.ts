import { expect, it } from "vitest";
import { createFakeClock, settle } from "../testing/fake-clock";
import { createMicroBatcher } from "./micro-batch";

const never = new AbortController().signal;

/** Batches as they are sent; each is answered when the test says so. */
function setUp(inFlight = 2) {
  const clock = createFakeClock();
  const sent: { items: readonly number[]; signal: AbortSignal; answer: () => void }[] = [];
  const batcher = createMicroBatcher<number, number>({
    run: (items, signal) =>
      new Promise((resolve) => {
        const answer = (): void => {
          resolve(items.map((item) => ({ status: "fulfilled", value: 10 * item })));
        };
        sent.push({ items, signal, answer });
      }),
    size: 3,
    windowMs: 8,
    inFlight,
    clock,
  });
  return { clock, sent, batcher, sizes: () => sent.map(({ items }) => items.length) };
}

it("waits for company, but not long", async () => {
  const { clock, sent, batcher } = setUp();
  const answers = [1, 2].map((item) => batcher.ask(item, never));
  await clock.advance(7);
  expect(sent).toEqual([]);
  await clock.advance(1);
  expect(sent.map(({ items }) => items)).toEqual([[1, 2]]);
  sent[0]?.answer();
  expect(await Promise.all(answers)).toEqual([10, 20]);
});

it("sends a full batch at once, and gathers while its requests are under way", async () => {
  const { clock, sent, batcher, sizes } = setUp(2);
  const answers = Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((item) => batcher.ask(item, never)));
  expect(sizes()).toEqual([3, 3]);
  await clock.advance(100);
  expect(sizes()).toEqual([3, 3]);
  sent[0]?.answer();
  await settle();
  expect(sizes()).toEqual([3, 3, 2]);
  for (const one of sent) one.answer();
  expect(await answers).toEqual([10, 20, 30, 40, 50, 60, 70, 80]);
});

it("never sends what was cancelled in time, and aborts a request that nobody waits for", async () => {
  const { clock, sent, batcher } = setUp();
  const [early, late] = [new AbortController(), new AbortController()];
  const first = batcher.ask(1, early.signal);
  const rest = [2].map((item) => batcher.ask(item, late.signal));
  const all = Promise.allSettled([first, ...rest]);
  early.abort(new Error("paused"));
  await clock.advance(8);
  expect(sent.map(({ items }) => items)).toEqual([[2]]);
  expect(sent[0]?.signal.aborted).toBe(false);
  late.abort(new Error("cancelled"));
  expect(sent[0]?.signal.aborted).toBe(true);
  expect(await all).toMatchObject([{ reason: { message: "paused" } }, { reason: { message: "cancelled" } }]);
});

it("refuses everything once closed", async () => {
  const { batcher } = setUp();
  const waiting = batcher.ask(1, never);
  const outcome = Promise.allSettled([waiting]);
  batcher.close();
  expect(await outcome).toMatchObject([{ reason: { message: expect.stringContaining("closed") } }]);
  await expect(batcher.ask(2, never)).rejects.toThrow("closed");
});
