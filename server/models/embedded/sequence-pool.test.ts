import { expect, it } from "vitest";
import { createSequencePool } from "./sequence-pool";

const never = new AbortController().signal;
const sequence = (context: number, held: readonly number[]) => ({ context, held, tokens: () => held });

it("lends the sequence that shares the longest prefix", async () => {
  const [empty, far, near] = [sequence(0, []), sequence(0, [1, 9]), sequence(0, [1, 2, 3])];
  const pool = createSequencePool([empty, far, near]);
  expect(await pool.acquire([1, 2, 3, 4], never)).toBe(near);
});

it("takes the one that loses least where none shares more", async () => {
  const [long, empty] = [sequence(0, [7, 7, 7]), sequence(0, [])];
  expect(await createSequencePool([long, empty]).acquire([1, 2], never)).toBe(empty);
});

it("spreads over the contexts", async () => {
  const all = [sequence(0, [1, 2]), sequence(0, [1, 2]), sequence(1, []), sequence(1, [])];
  const pool = createSequencePool(all);
  const lent = await Promise.all(Array.from({ length: 4 }, () => pool.acquire([1, 2], never)));
  expect(lent.map(({ context }) => context)).toEqual([0, 1, 0, 1]);
  expect(new Set(lent).size).toBe(4);
});

it("serves waiting calls in order, and forgets the cancelled", async () => {
  const one = sequence(0, []);
  const pool = createSequencePool([one]);
  await pool.acquire([1], never);
  const cancel = new AbortController();
  const served: string[] = [];
  const first = pool.acquire([1], never).then(() => served.push("first"));
  const second = pool.acquire([1], cancel.signal).catch((error: unknown) => error);
  const third = pool.acquire([1], never).then(() => served.push("third"));
  cancel.abort(new Error("paused"));
  expect(await second).toMatchObject({ message: "paused" });
  pool.release(one);
  await first;
  expect(served).toEqual(["first"]);
  pool.release(one);
  await third;
  expect(served).toEqual(["first", "third"]);
});
