import { describe, expect, it } from "vitest";
import { DEFAULT_SPHERE_CONFIG, SCORERS, SEARCH_MODES } from "@/server/sphere/config";
import { RUN_KINDS } from "@/server/runs/runs.schema";
import { isRunFieldPath, RUN_FIELDS } from "../run-fields";
import { usedFields, type DecidingChoices } from "./used-fields";

type Change = Partial<DecidingChoices["config"]> & { readonly kind?: DecidingChoices["kind"] };

function used({ kind = "sphere", ...config }: Change): string[] {
  return [...usedFields({ kind, config: { ...DEFAULT_SPHERE_CONFIG, ...config } })];
}

const alone = { selfCorrection: false, diversityInduction: false } as const;

describe("fields that a run reads", () => {
  it.each<[Change, readonly string[], readonly string[]]>([
    [{ mode: "omega" }, ["rootSamples", "candidates"], ["maxStepTokens", "iterations", "lambda"]],
    [{ mode: "two-path" }, ["candidates", "maxStepTokens", "lambda"], ["rootSamples", "exploration"]],
    [{ mode: "uct" }, ["candidates", "iterations", "exploration"], ["rootSamples", "scoreWeight"]],
    [{ mode: "uct", scorer: "prm" }, ["scoreWeight", "minMarginScored"], ["rootSamples"]],
    [{ mode: "uct", scorer: "judge" }, ["minMarginScored"], ["scoreWeight"]],
    [
      { mode: "two-path", scorer: "prm", ...alone },
      ["minMarginScored", "rolloutsPerPrefix"],
      ["finalLabelRollouts", "wrongChains"],
    ],
    [{ mode: "two-path", scorer: "judge" }, ["finalLabelRollouts", "wrongChains"], ["scoreWeight"]],
    [
      { selfCorrection: false },
      ["selfCorrection", "smallModelSamples"],
      ["correctionSamples", "resamplingControl", "hintedCritique", "correctionTurnPairs"],
    ],
    [{ diversityInduction: false }, ["correctionRounds", "stageMix"], ["smallModelSamples", "maxLogprobGap"]],
    [alone, ["lengthBalance"], ["stageMix"]],
    [
      { kind: "iid-pairs", mode: "uct", scorer: "prm" },
      ["rootSamples", "temperature", "lengthBalance"],
      [
        "mode",
        "scorer",
        "candidates",
        "selfCorrection",
        "minMargin",
        "maxJaccard",
        "pairsPerProblem",
        "stageMix",
      ],
    ],
    [
      { kind: "rejection-sampling" },
      ["rootSamples", "maxTokens", "maxJaccard", "pairsPerProblem"],
      ["lengthBalance", "rolloutsPerPrefix"],
    ],
  ])("of %o are %j and not %j", (change, some, others) => {
    const paths = used(change);
    expect(paths).toEqual(expect.arrayContaining(some.map((key) => `config.${key}`)));
    for (const key of others) expect(paths).not.toContain(`config.${key}`);
  });

  it.each([
    ["monte-carlo-soft", false],
    ["monte-carlo-hard", false],
    ["prm", true],
    ["judge", true],
    ["consensus", true],
  ] as const)("include a scorer model for %s: %s", (scorer, needed) => {
    expect(used({ scorer }).includes("scorerModelId")).toBe(needed);
  });

  it("include the small model only where a stage asks it", () => {
    expect(used({})).toContain("smallModelId");
    expect(used({ diversityInduction: false })).not.toContain("smallModelId");
    expect(used({ kind: "iid-pairs" })).not.toContain("smallModelId");
  });

  it("leave no field without a run that reads it", () => {
    const all = RUN_KINDS.flatMap((kind) =>
      SEARCH_MODES.flatMap((mode) => SCORERS.flatMap((scorer) => used({ kind, mode, scorer }))),
    );
    expect(new Set(all)).toEqual(new Set(Object.keys(RUN_FIELDS).filter(isRunFieldPath)));
  });
});
