import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openPrefixStore } from "./prefix-store";

let folder = "";
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "sphere-store-test-"));
});
afterEach(async () => {
  await fs.rm(folder, { recursive: true });
});

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** A sequence whose state is its token list, one byte each on disk. */
function sequence(held: readonly number[]) {
  const one = {
    held: [...held],
    loads: 0,
    tokens: () => one.held,
    async save(file: string) {
      await fs.writeFile(file, JSON.stringify(one.held));
      return { bytes: one.held.length };
    },
    async load(file: string) {
      one.loads += 1;
      const stored: unknown = JSON.parse(await fs.readFile(file, "utf8"));
      one.held = Array.isArray(stored) ? stored.map(Number) : [];
    },
  };
  return one;
}

it("gives a fresh sequence the state that shares most of a prompt", async () => {
  const store = await openPrefixStore(10_000, folder);
  await store.put(sequence(range(0, 40)));
  await store.put(sequence(range(0, 80)));
  const fresh = sequence([]);
  await store.restore(fresh, [...range(0, 60), 7]);
  expect(fresh.held).toEqual(range(0, 80));
});

it("loads nothing where that gains little", async () => {
  const store = await openPrefixStore(10_000, folder);
  await store.put(sequence(range(0, 40)));
  const almost = sequence(range(0, 30));
  await store.restore(almost, range(0, 50));
  await store.restore(almost, range(100, 200));
  expect(almost.loads).toBe(0);
});

it("keeps a state once, and the least used goes when there is no room", async () => {
  const store = await openPrefixStore(100, folder);
  const [a, b, c] = [range(0, 40), range(100, 140), range(200, 240)];
  await store.put(sequence(a));
  await store.put(sequence(a));
  await store.put(sequence(b));
  await store.restore(sequence([]), a);
  await store.put(sequence(c));
  const loaded = async (prompt: readonly number[]): Promise<boolean> => {
    const fresh = sequence([]);
    await store.restore(fresh, prompt);
    return fresh.loads === 1;
  };
  expect([await loaded(a), await loaded(b), await loaded(c)]).toEqual([true, false, true]);
});

it("leaves nothing behind, neither its own nor what a killed process left", async () => {
  await fs.mkdir(path.join(folder, "sphere-kv-999999999-abc"));
  await fs.mkdir(path.join(folder, `sphere-kv-${process.ppid}-abc`));
  const store = await openPrefixStore(1_000, folder);
  await store.put(sequence(range(0, 40)));
  await store.close();
  expect(await fs.readdir(folder)).toEqual([`sphere-kv-${process.ppid}-abc`]);
});
