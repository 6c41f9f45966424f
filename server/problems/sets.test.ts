import { describe, expect, it } from "vitest";
import { createCallerFactory } from "@/server/trpc/init";
import { problemsRouter } from "@/server/trpc/routers/problems";
import { problemsWorkplace, someProblems } from "./testing/problems-workplace";

const workplace = () => problemsWorkplace(createCallerFactory(problemsRouter));

describe("sets and problems", () => {
  it("lists what can be imported here and what is in already", async () => {
    using place = workplace();
    place.file("gsm8k-test.jsonl", someProblems(2));
    place.file("mine.jsonl", someProblems(2));
    place.file("README.md", "no problems");
    await place.caller.importFile({ from: "folder", file: "gsm8k-test.jsonl" });
    const { folder, huggingFace } = await place.caller.sources();
    expect(folder.files.map(({ file, kind, set }) => [file, kind, set?.problemCount ?? null])).toEqual([
      ["gsm8k-test.jsonl", "benchmark", 2],
      ["mine.jsonl", null, null],
    ]);
    expect(huggingFace.map(({ id, set }) => [id, set?.problemCount ?? null])).toEqual([
      ["gsm8k-train", null],
      ["gsm8k-test", 2],
      ["math500", null],
    ]);
  });

  it("says why the data folder cannot be read", async () => {
    using place = workplace();
    const env = { ...place.ctx.env, dataDir: `${place.dataDir}/none` };
    const { importSources } = await import("./import-sources.service");
    expect((await importSources({ ...place.ctx, env })).folder.error).toContain("cannot be read");
  });

  it("counts levels and flags problems that a benchmark holds, however they are spaced", async () => {
    using place = workplace();
    const lines = someProblems(9);
    place.file("math500.jsonl", [{ id: "m", problem: `WHAT is 0+1, said   p?!`, answer: "1" }]);
    place.file("train.jsonl", lines);
    const benchmark = await place.caller.importFile({ from: "folder", file: "math500.jsonl" });
    const { setId } = await place.caller.importFile({
      from: "folder",
      file: "train.jsonl",
      kind: "training",
    });
    const list = await place.caller.sets.list();
    const one = { open: 1, "left-out": 0, waived: 0, leftOutProblems: 0 };
    expect(list.map(({ name, overlap }) => [name, overlap])).toEqual([
      ["MATH-500", one],
      ["train", one],
    ]);
    expect(list[1]?.levels).toEqual([
      { value: "1", count: 3 },
      { value: "2", count: 3 },
      { value: "3", count: 3 },
    ]);
    const shared = await place.caller.list({ setId, overlap: true });
    expect(shared.items.map(({ externalId, overlap }) => [externalId, overlap])).toEqual([["p-0", true]]);
    const problem = await place.caller.get({ problemId: shared.items[0]?.id ?? "" });
    expect(problem.twins).toMatchObject([{ setId: benchmark.setId, externalId: "m", kind: "benchmark" }]);
  });

  it("filters by text, level and subject, and pages through", async () => {
    using place = workplace();
    place.file("many.jsonl", [
      ...someProblems(120),
      { id: "odd_one", problem: "Is 100% of $x$ all?", answer: "\\text{yes}" },
    ]);
    const { setId } = await place.caller.importFile({ from: "folder", file: "many.jsonl", kind: "training" });
    expect(await place.caller.list({ setId, page: 3 })).toMatchObject({ total: 121, pages: 3, page: 3 });
    expect((await place.caller.list({ setId, page: 99 })).items).toHaveLength(21);
    expect(await place.caller.list({ setId, level: "2", subject: "Algebra" })).toMatchObject({ total: 20 });
    const byText = await place.caller.list({ setId, search: "100% of" });
    expect(byText.items.map(({ externalId }) => externalId)).toEqual(["odd_one"]);
    expect(await place.caller.list({ setId, search: "p_1" })).toMatchObject({ total: 0 });
    expect(await place.caller.list({ setId, search: "P-119" })).toMatchObject({ total: 1 });
  });

  it("shows a problem between its neighbours", async () => {
    using place = workplace();
    place.file("three.jsonl", someProblems(3));
    const { setId } = await place.caller.importFile({
      from: "folder",
      file: "three.jsonl",
      kind: "training",
    });
    const { items } = await place.caller.list({ setId });
    const [first, middle, last] = await Promise.all(
      items.map(({ id }) => place.caller.get({ problemId: id })),
    );
    expect(first).toMatchObject({ previous: null, next: { externalId: "p-1" }, set: { name: "three" } });
    expect(middle).toMatchObject({ previous: { externalId: "p-0" }, next: { externalId: "p-2" } });
    expect(last).toMatchObject({ previous: { externalId: "p-1" }, next: null, twins: [] });
  });

  it("removes a set with its problems, and not one that a run uses", async () => {
    using place = workplace();
    const { setId } = await place.caller.generateStarter({ seed: 5, count: 4 });
    place.sqlite.pragma("foreign_keys = OFF");
    place.sqlite
      .prepare(
        `insert into runs (id, name, status, launch, policy_model_id, problem_set_id, problem_count, grader_version, prompt_version, created_at)
         values ('run_1', 'First run', 'queued', '{}', 'm', ?, 4, '1', '1', 1)`,
      )
      .run(setId);
    await expect(place.caller.sets.remove({ setId })).rejects.toThrow('is used by the run "First run"');
    place.sqlite.prepare("delete from runs").run();
    place.sqlite.pragma("foreign_keys = ON");
    place.sqlite
      .prepare(
        "insert into answer_rulings (id, problem_id, answer, correct, reason, actor_id, at) select 'r', id, '5', 1, 'as the key says', 'u', 0 from problems limit 1",
      )
      .run();
    expect(await place.caller.sets.remove({ setId })).toEqual({ removed: "Starter, seed 5" });
    await expect(place.caller.sets.get({ setId })).rejects.toThrow("There is no problem set");
    expect(place.sqlite.prepare("select count(*) as n from problems").get()).toEqual({ n: 0 });
  });

  it("makes a starter set, and lengthens it", async () => {
    using place = workplace();
    expect(await place.caller.generateStarter({ seed: 2, count: 20 })).toMatchObject({
      kind: "starter",
      name: "Starter, seed 2",
      added: 20,
      faultCount: 0,
    });
    expect(await place.caller.generateStarter({ seed: 2, count: 30 })).toMatchObject({
      added: 10,
      duplicates: 20,
    });
  });
});
