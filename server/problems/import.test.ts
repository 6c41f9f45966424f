import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { createCallerFactory } from "@/server/trpc/init";
import { problemsRouter } from "@/server/trpc/routers/problems";
import { problemSets } from "@/db/schema";
import { importProblems } from "./import-problems";
import { problemsWorkplace, someProblems } from "./testing/problems-workplace";

const workplace = () => problemsWorkplace(createCallerFactory(problemsRouter));

describe("importing a file", () => {
  it("keeps the good lines and names the bad ones by line", async () => {
    using place = workplace();
    const [first, second, third] = someProblems(3).map((problem) => JSON.stringify(problem));
    const file = place.file(
      "mixed.jsonl",
      `${first}\nnot json\n${second}\n\n{"id":"x","problem":"y"}\n{"id":"z","problem":"How many?","answer":"\\\\frac{1}{"}\n${third}`,
    );
    const report = await place.caller.importFile({ from: "path", path: file, kind: "training" });
    expect(report).toMatchObject({ name: "mixed", added: 3, duplicates: 0, faultCount: 3, problemCount: 3 });
    expect(report.faults.map(({ line }) => line)).toEqual([2, 5, 6]);
    expect(report.faults[1]?.reason).toBe("answer: is missing.");
    const set = await place.caller.sets.get({ setId: report.setId });
    expect(set).toMatchObject({
      status: "ready",
      faultCount: 3,
      faults: report.faults,
      source: "mixed.jsonl",
    });
  });

  it("imports nothing twice", async () => {
    using place = workplace();
    const lines = someProblems(1_200);
    const file = place.file("twice.jsonl", [...lines, ...lines.slice(0, 10)]);
    const input = { from: "path", path: file, kind: "training" } as const;
    expect(await place.caller.importFile(input)).toMatchObject({ added: 1_200, duplicates: 10 });
    expect(await place.caller.importFile(input)).toMatchObject({
      added: 0,
      duplicates: 1_210,
      faultCount: 0,
      problemCount: 1_200,
    });
  });

  it("refuses an id that now stands for something else, naming what differs", async () => {
    using place = workplace();
    const [one] = someProblems(1);
    const file = place.file("ids.jsonl", [
      { ...one },
      { ...one, answer: "99" },
      { ...one, source: "elsewhere" },
    ]);
    const report = await place.caller.importFile({ from: "path", path: file, kind: "training" });
    expect(report).toMatchObject({ added: 1, duplicates: 1, faultCount: 1 });
    expect(report.faults[0]).toMatchObject({ line: 2, reason: expect.stringContaining("another answer") });
  });

  it("keeps the first 200 faults and counts them all", async () => {
    using place = workplace();
    const file = place.file("bad.jsonl", "no\n".repeat(450));
    const report = await place.caller.importFile({ from: "path", path: file, kind: "training" });
    expect(report).toMatchObject({ added: 0, faultCount: 450 });
    expect(report.faults).toHaveLength(200);
    expect(await place.caller.sets.get({ setId: report.setId })).toMatchObject({ status: "failed" });
  });

  it("names an empty file", async () => {
    using place = workplace();
    const file = place.file("empty.jsonl", "\n \n");
    const report = await place.caller.importFile({ from: "path", path: file, kind: "training" });
    expect(report.faults).toEqual([{ line: 0, reason: "The file holds no line of text." }]);
  });

  it("gives the same ids in any data folder", async () => {
    expect(await idsInNewFolder()).toEqual(await idsInNewFolder());
  });

  it.each([
    ["missing.jsonl", "There is no file at"],
    [".", "is not a file"],
  ])("names what is wrong with the path %s", async (name, message) => {
    using place = workplace();
    const input = { from: "path", path: path.join(place.dataDir, name), kind: "training" } as const;
    await expect(place.caller.importFile(input)).rejects.toThrow(message);
    expect(await place.caller.sets.list()).toEqual([]);
  });

  it("asks what the problems of an unknown file are for", async () => {
    using place = workplace();
    const file = place.file("mine.jsonl", someProblems(1));
    await expect(place.caller.importFile({ from: "path", path: file })).rejects.toMatchObject({
      cause: { field: "kind", fix: "Choose training or benchmark." },
    });
  });

  it("remembers what the problems of a set are for", async () => {
    using place = workplace();
    const file = place.file("mine.jsonl", someProblems(1));
    await place.caller.importFile({ from: "path", path: file, kind: "benchmark" });
    expect(await place.caller.importFile({ from: "path", path: file })).toMatchObject({
      kind: "benchmark",
      duplicates: 1,
    });
  });

  it("never takes a known benchmark for training, nor a set for another kind", async () => {
    using place = workplace();
    const benchmark = place.file("math500.jsonl", someProblems(1));
    const own = place.file("own.jsonl", someProblems(1));
    expect(
      await place.caller.importFile({ from: "path", path: benchmark, kind: "training", name: "sly" }),
    ).toMatchObject({ name: "MATH-500", kind: "benchmark" });
    await expect(
      place.caller.importFile({ from: "path", path: own, kind: "training", name: "MATH-500" }),
    ).rejects.toThrow('"MATH-500" is a benchmark set, not a training set.');
  });

  it("does not leave the data folder", async () => {
    using place = workplace();
    await expect(place.caller.importFile({ from: "folder", file: "../x.jsonl" })).rejects.toThrow(
      "without any folder",
    );
  });
});

describe("an import that was cut off", () => {
  it("is failed with the way on, and goes on without doubles", async () => {
    using place = workplace();
    const lines = someProblems(1_100);
    const file = place.file("long.jsonl", lines.slice(0, 600));
    const input = { from: "path", path: file, kind: "training" } as const;
    const { setId } = await place.caller.importFile(input);
    place.ctx.db.update(problemSets).set({ status: "importing" }).where(eq(problemSets.id, setId)).run();

    const cut = await place.caller.sets.get({ setId });
    expect(cut).toMatchObject({ status: "failed", problemCount: 600 });
    expect(cut.faults[0]).toMatchObject({ line: 0, reason: expect.stringContaining("Import again") });

    place.file("long.jsonl", lines);
    expect(await place.caller.importFile(input)).toMatchObject({ added: 500, duplicates: 600 });
    expect(await place.caller.sets.get({ setId })).toMatchObject({
      status: "ready",
      faults: [],
      problemCount: 1_100,
    });
  });

  it("shows a growing count while it runs, and refuses a second import of the set", async () => {
    using place = workplace();
    const [gate, reached] = [signal(), signal()];
    const target = { name: "slow", kind: "training", source: "slow.jsonl", licence: null } as const;
    async function* slowly() {
      for (const [index, problem] of someProblems(700).entries()) {
        if (index === 501) {
          reached.give();
          await gate.given;
        }
        yield { line: index + 1, ok: true as const, problem };
      }
    }
    const running = importProblems(place.ctx, target, slowly());
    await reached.given;
    expect((await place.caller.sets.list())[0]).toMatchObject({ status: "importing", problemCount: 500 });
    await expect(importProblems(place.ctx, target, [])).rejects.toThrow("being imported right now");
    gate.give();
    expect(await running).toMatchObject({ added: 700 });
  });

  it("takes over the lock of a process that is gone", async () => {
    using place = workplace();
    const { setId } = await place.caller.generateStarter({ seed: 1, count: 1 });
    const lock = path.join(place.ctx.env.home, "imports", `${setId}.lock`);
    fs.writeFileSync(
      lock,
      JSON.stringify({ pid: process.pid, process: "another", at: place.ctx.clock.now() }),
    );
    expect(await place.caller.generateStarter({ seed: 1, count: 3 })).toMatchObject({
      added: 2,
      duplicates: 1,
    });
    expect(fs.existsSync(lock)).toBe(false);
  });

  it("is failed with the reason when the file breaks off", async () => {
    using place = workplace();
    const target = { name: "broken", kind: "training", source: "broken.jsonl", licence: null } as const;
    const [problem] = someProblems(1);
    async function* breaking() {
      if (problem !== undefined) yield { line: 1, ok: true as const, problem };
      await Promise.reject(new Error("The disk is gone."));
    }
    await expect(importProblems(place.ctx, target, breaking())).rejects.toThrow("The disk is gone.");
    expect((await place.caller.sets.list())[0]).toMatchObject({ status: "failed" });
  });
});

async function idsInNewFolder(): Promise<string[]> {
  using place = workplace();
  place.file("gsm8k-train.jsonl", someProblems(3));
  const { setId } = await place.caller.importFile({ from: "folder", file: "gsm8k-train.jsonl" });
  const { items } = await place.caller.list({ setId });
  return [setId, ...items.map(({ id }) => id)];
}

function signal() {
  const inner = new EventTarget();
  const given = once(inner, "given");
  return { given, give: () => inner.dispatchEvent(new Event("given")) };
}
