import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contaminationChecks, users } from "@/db/schema";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { createCallerFactory } from "@/server/trpc/init";
import { problemsRouter } from "@/server/trpc/routers/problems";
import { problemsWorkplace, someProblems } from "../testing/problems-workplace";
import { ensureChecked } from "./check.service";
import { keptFromTraining, leftOutProblemIds, openMatches, requireClean } from "./gate";

const TASK =
  "Nine hens lay two eggs each on every second day of the week. How many eggs are that in four weeks?";
const OTHER =
  "A rope of twelve metres is cut into pieces of which each is twice the one before. How long is the first?";

/** A training set of five problems, two of which are in a benchmark. */
async function workplace() {
  const place = problemsWorkplace(createCallerFactory(problemsRouter));
  const at = new Date(1);
  place.ctx.db
    .insert(users)
    .values({
      id: TEST_ADMIN.id,
      name: "Ada",
      email: "ada@localhost",
      role: "admin",
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
    .run();
  const bring = async (
    name: string,
    kind: "training" | "benchmark",
    lines: readonly object[],
  ): Promise<string> => {
    const path = place.file(name, lines);
    return (await place.caller.importFile({ from: "path", path, kind })).setId;
  };
  const lines = [
    { id: "hens", problem: TASK, answer: "252" },
    { id: "rope", problem: OTHER, answer: "4" },
    ...someProblems(3),
  ];
  const setId = await bring("train.jsonl", "training", lines);
  const benchmarkId = await bring("test.jsonl", "benchmark", [
    { id: "b1", problem: TASK.toUpperCase(), answer: "252" },
    { id: "b2", problem: `Mind the units. ${OTHER}`, answer: "4" },
  ]);
  const matches = async () => (await place.caller.overlap.matches({ setId })).items;
  const stateOf = async () =>
    (await matches()).map(({ problem, match }) => [problem.externalId, match.kind, match.state]);
  return { ...place, bring, setId, benchmarkId, matches, stateOf };
}

describe("the gate before training", () => {
  it("compares a benchmark with the sets that train as it is imported, and the other way round", async () => {
    using place = await workplace();
    expect(await place.stateOf()).toEqual([
      ["hens", "exact", "open"],
      ["rope", "n-gram", "open"],
    ]);
    const second = await place.bring("second.jsonl", "training", [
      { id: "again", problem: OTHER, answer: "4" },
    ]);
    expect(openMatches(place.ctx.db, second)).toHaveLength(1);
    const summary = await place.caller.overlap.summary({ setId: place.benchmarkId });
    expect(
      summary.comparisons.map(({ other, current, counts }) => [other.name, current, counts.open]),
    ).toEqual([
      ["train", true, 2],
      ["second", true, 1],
    ]);
  });

  it("bars a set with open matches, with the field and the way on", async () => {
    using place = await workplace();
    expect(() => requireClean(place.ctx.db, place.setId)).toThrow(
      expect.objectContaining({
        field: "problemSetId",
        message: expect.stringContaining("2 problems of train"),
      }),
    );
    await place.caller.overlap.decide({ setId: place.setId, matchIds: null, decision: "leave-out" });
    expect(() => requireClean(place.ctx.db, place.setId)).not.toThrow();
    expect(leftOutProblemIds(place.ctx.db, place.setId).size).toBe(2);
  });

  it("keeps who decided what and why, the newest first", async () => {
    using place = await workplace();
    const { setId } = place;
    const [hens] = await place.matches();
    const decide = { setId, matchIds: [hens?.match.id ?? ""] };
    await expect(place.caller.overlap.decide({ ...decide, decision: "waive", reason: "no" })).rejects.toThrow(
      "Say why",
    );
    await place.caller.overlap.decide({ ...decide, decision: "waive", reason: "A different farm." });
    expect(keptFromTraining(place.ctx.db, setId).size).toBe(1);
    await place.caller.overlap.decide({ ...decide, decision: "reopen" });
    expect(keptFromTraining(place.ctx.db, setId).size).toBe(2);
    const [again] = await place.matches();
    expect(again?.match.state).toBe("open");
    expect(again?.decisions.map(({ decision, by, reason }) => [decision, by, reason])).toEqual([
      ["reopen", "Ada", ""],
      ["waive", "Ada", "A different farm."],
    ]);
  });

  it("leaves a problem out once for all benchmarks, also for one that comes later", async () => {
    using place = await workplace();
    const { setId, ctx } = place;
    await place.caller.overlap.decide({ setId, matchIds: null, decision: "leave-out" });
    await place.bring("later.jsonl", "benchmark", [{ id: "c", problem: TASK, answer: "252" }]);
    expect(openMatches(ctx.db, setId)).toEqual([]);
    const left = (await place.matches()).filter(({ problem }) => problem.externalId === "hens");
    expect(left.map(({ match }) => match.state)).toEqual(["left-out", "left-out"]);
    const later = left.find(({ decisions }) => decisions.length === 0)?.match.id ?? "";
    await place.caller.overlap.decide({ setId, matchIds: [later], decision: "reopen" });
    expect(openMatches(ctx.db, setId).map(({ problemId }) => problemId)).toEqual(
      left.map(({ problem }) => problem.id),
    );
  });

  it("says the same of a problem on the page of every benchmark that has it", async () => {
    using place = await workplace();
    const { setId, ctx } = place;
    await place.caller.overlap.decide({ setId, matchIds: null, decision: "leave-out" });
    const later = await place.bring("later.jsonl", "benchmark", [{ id: "c", problem: TASK, answer: "252" }]);
    const [match] = (await place.caller.overlap.matches({ setId: later })).items;
    expect(match?.match.state).toBe("left-out");
    expect((await place.caller.overlap.summary({ setId: later })).counts.open).toBe(0);
    const matchIds = [match?.match.id ?? ""];
    await place.caller.overlap.decide({ setId: later, matchIds, decision: "reopen" });
    expect(openMatches(ctx.db, setId).map(({ problemId }) => problemId)).toEqual([
      match?.problem.id,
      match?.problem.id,
    ]);
  });

  it("keeps decisions over a new comparison, and not over a new text", async () => {
    using place = await workplace();
    const { setId, ctx } = place;
    await place.caller.overlap.decide({ setId, matchIds: null, decision: "leave-out" });
    ctx.db.update(contaminationChecks).set({ detectorVersion: "0" }).run();
    await ensureChecked(ctx, setId);
    expect((await place.stateOf()).map(([, , state]) => state)).toEqual(["left-out", "left-out"]);
    await place.caller.sets.remove({ setId });
    await place.bring("train.jsonl", "training", [
      { id: "hens", problem: `${TASK} Say why.`, answer: "252" },
    ]);
    expect(await place.stateOf()).toEqual([["hens", "n-gram", "open"]]);
  });

  it("knows a check that no longer holds, and makes it again when it is needed", async () => {
    using place = await workplace();
    const { setId, ctx } = place;
    const current = async () =>
      (await place.caller.overlap.summary({ setId })).comparisons.map((comparison) => comparison.current);
    expect(await current()).toEqual([true]);
    ctx.db
      .update(contaminationChecks)
      .set({ setSha256: "another" })
      .where(eq(contaminationChecks.setId, setId))
      .run();
    expect(await current()).toEqual([false]);
    await place.caller.overlap.compare({ setId });
    expect(await current()).toEqual([true]);
  });

  it("filters and refuses what is not there", async () => {
    using place = await workplace();
    const { setId } = place;
    const total = async (filter: object) => (await place.caller.overlap.matches({ setId, ...filter })).total;
    expect(await total({ kind: "exact" })).toBe(1);
    expect(await total({ state: "waived" })).toBe(0);
    expect(await total({ otherId: place.benchmarkId })).toBe(2);
    expect(await total({ otherId: "set_none" })).toBe(0);
    expect((await place.caller.overlap.matches({ setId, page: 9 })).page).toBe(1);
    const decide = { setId, decision: "leave-out" } as const;
    await expect(place.caller.overlap.decide({ ...decide, matchIds: ["mat_none"] })).rejects.toThrow(
      "not there any more",
    );
    await place.caller.overlap.decide({ ...decide, matchIds: null });
    await expect(place.caller.overlap.decide({ ...decide, matchIds: null })).rejects.toThrow(
      "No match of this set is open",
    );
    await expect(place.caller.overlap.summary({ setId: "set_none" })).rejects.toThrow(
      "There is no problem set",
    );
  });
});
