import { beforeEach, expect, it, vi } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { remembered } from "./remember";

let now = 0;
const clock = { now: () => now, sleep: () => Promise.resolve() };
const { db } = openTestDatabase();

beforeEach(() => {
  now = 0;
});

function figures(costs: number) {
  const answer = remembered<number>();
  const make = vi.fn<() => Promise<number>>(() => {
    const made = Promise.resolve(now);
    now += costs;
    return made;
  });
  return { make, ask: (key = "one") => answer({ db, clock }, key, make) };
}

it("what was costly is answered from memory for twenty times as long, then made anew", async () => {
  const { make, ask } = figures(100);
  const first = await ask();
  now = 1_900;
  expect(await ask()).toBe(first);
  now = 2_200;
  expect(await ask()).toBe(2_200);
  expect(make).toHaveBeenCalledTimes(2);
});

it("what costs nothing is made each time, and each question has an answer of its own", async () => {
  const { make, ask } = figures(0);
  await ask();
  await ask();
  await ask("other");
  expect(make).toHaveBeenCalledTimes(3);
});

it("who asks meanwhile gets the same answer, and a failure is not kept", async () => {
  const { make, ask } = figures(0);
  await Promise.all([ask(), ask()]);
  expect(make).toHaveBeenCalledTimes(1);
  make.mockRejectedValueOnce(new Error("no"));
  await expect(ask()).rejects.toThrow("no");
  expect(await ask()).toBe(0);
});
