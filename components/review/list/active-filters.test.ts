import { describe, expect, it } from "vitest";
import { NO_FILTER, type ItemFilter } from "@/server/review/review.schema";
import { activeFilters } from "./active-filters";

const names = {
  run: (id: string) => `Run ${id}`,
  person: (id: string) => id.toUpperCase(),
  reason: (code: string) => code.replaceAll("-", " "),
};

describe("the filters that are set", () => {
  it("are none without a filter", () => {
    expect(activeFilters(NO_FILTER, names)).toEqual([]);
  });

  it.each<[Partial<ItemFilter>, string]>([
    [{ kind: "correction" }, "kind: correction"],
    [{ runId: "7" }, "run: Run 7"],
    [{ stage: "self-correction" }, "stage: 2 self-correction"],
    [{ marginMin: 0.1 }, "margin at least 0.10"],
    [{ marginMax: 0.5 }, "margin at most 0.50"],
    [{ marginMin: 0.1, marginMax: 0.5 }, "margin 0.10 to 0.50"],
    [{ lengthMax: 1500 }, "length at most 1,500 characters"],
    [{ annotatorId: "ana" }, "decided by ANA"],
    [{ reason: "lucky-answer" }, "reason: lucky answer"],
    [{ machine: "refused" }, "refused by the rules"],
    [{ outcome: "conflict" }, "verdict: conflict"],
  ])("say %o as %s, and clearing takes just that away", (filter, words) => {
    const set = { ...NO_FILTER, text: "apples", ...filter };
    const found = activeFilters(set, names).find((each) => each.words === words);
    expect(found).toBeDefined();
    expect({ ...set, ...found?.clear }).toEqual({ ...NO_FILTER, text: "apples" });
  });
});
