import { describe, expect, it } from "vitest";
import type { RunProgress } from "@/server/runs/progress.repo";
import { sphereConfigSchema } from "@/server/runs/runs.schema";
import { CORRECTION_RULES } from "@/server/sphere/correction-rules";
import { HOLD_RULES } from "@/server/sphere/pairs/balance-pairs";
import { DROP_RULES } from "@/server/sphere/pairs/drop-rules";
import { ruleMeaning, ruleName } from "./rule-words";
import { stageFlow, undecided } from "./stage-flow";

const counts = { calls: 4, generatedTokens: 900, rightChains: 3, wrongChains: 5 };
const progress: RunProgress = {
  stages: [
    { stage: "self-generation", ...counts, pairs: 2 },
    { stage: "self-correction", ...counts, pairs: 1 },
    { stage: "diversity-induction", ...counts, pairs: 0 },
  ],
  problemsByStatus: {},
  problemsByBucket: { easy: 2, hard: 3 },
  correctionsAccepted: 1,
  correctionsRefused: [],
  pairsDropped: [
    { stage: "self-correction", rule: "margin", count: 4 },
    { stage: "self-generation", rule: "reuse", count: 3 },
    { stage: "self-generation", rule: "margin", count: 1 },
  ],
};

describe("flow of the stages", () => {
  it("counts candidates as what was kept and what each rule dropped", () => {
    const [first, second, third] = stageFlow(progress, {
      kind: "sphere",
      config: sphereConfigSchema.parse({}),
    });
    expect(first).toMatchObject({ pairs: 2, candidates: 6, right: 3, wrong: 5 });
    expect(first?.dropped).toEqual([
      { rule: "reuse", count: 3 },
      { rule: "margin", count: 1 },
    ]);
    expect(second).toMatchObject({ pairs: 1, candidates: 5 });
    expect(third).toMatchObject({ pairs: 0, candidates: 0, dropped: [] });
  });

  it("says which stages the run was launched without", () => {
    const config = sphereConfigSchema.parse({ selfCorrection: false });
    expect(stageFlow(progress, { kind: "sphere", config }).map(({ on }) => on)).toEqual([true, false, true]);
  });

  it.each(["iid-pairs", "rejection-sampling"] as const)("has one stage for %s", (kind) => {
    const flow = stageFlow(progress, { kind, config: sphereConfigSchema.parse({}) });
    expect(flow.map(({ stage, right }) => [stage, right])).toEqual([["self-generation", 3]]);
  });

  it.each([
    [10, 5],
    [5, 0],
    [4, 0],
  ])("of %d problems %d have no bucket yet", (problemCount, without) => {
    expect(undecided(progress, problemCount)).toBe(without);
  });
});

describe("words of a rule", () => {
  it("are those of its own kind, also where both kinds have the name", () => {
    expect(ruleMeaning("pair", "length-ratio")).toBe(DROP_RULES["length-ratio"]);
    expect(ruleMeaning("correction", "length-ratio")).toBe(CORRECTION_RULES["length-ratio"]);
    expect(ruleName("length-ratio")).toBe("length ratio");
  });

  it("keep the name of a rule that is not known", () => {
    expect(ruleMeaning("hold", "stage-mix")).toBe(HOLD_RULES["stage-mix"]);
    expect(ruleMeaning("pair", "gone-rule")).toBe('Refused by the rule "gone-rule".');
  });
});
