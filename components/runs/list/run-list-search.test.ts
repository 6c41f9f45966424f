import { describe, expect, it } from "vitest";
import { listRunsSchema } from "@/server/runs/steering.schema";
import { activeRunsInput, isFiltered, runListInput, type RunListSearch } from "./run-list-search";

const nothing: RunListSearch = {
  q: "",
  status: null,
  kind: null,
  model: null,
  dry: "without",
  sort: "newest",
  before: null,
  pick: [],
};

describe("what the list of runs asks for", () => {
  it("has every run once without a filter: above at work and waiting, below the others", () => {
    const above = listRunsSchema.parse(activeRunsInput).status;
    const below = listRunsSchema.parse(runListInput(nothing)).status;
    expect([...above, ...below].toSorted()).toEqual([
      "cancelled",
      "cancelling",
      "finished",
      "paused",
      "pausing",
      "queued",
      "running",
    ]);
  });

  it.each([
    [{ q: "first" }, { text: "first", status: [] }],
    [{ status: "running" }, { status: ["running"] }],
    [{ kind: "iid-pairs" }, { kind: ["iid-pairs"], status: [] }],
    [{ model: "m" }, { modelId: "m", status: [] }],
    [{ dry: "only" }, { dryRuns: "only", status: [] }],
  ] as const)("with %o looks among all runs for %o", (change, input) => {
    expect(isFiltered({ ...nothing, ...change })).toBe(true);
    expect(listRunsSchema.parse(runListInput({ ...nothing, ...change }))).toMatchObject(input);
  });

  it.each<Partial<RunListSearch>>([{ sort: "tokens" }, { before: "abc" }, { pick: ["run_a"] }])(
    "%o is no filter",
    (change) => {
      expect(isFiltered({ ...nothing, ...change })).toBe(false);
    },
  );
});
