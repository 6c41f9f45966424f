import { DEFAULT_SPHERE_CONFIG, type RunKind, type SphereConfig } from "../config";
import type { ScorerModelKind } from "../io";
import { solveProblem } from "../solve-problem";
import type { StageOutcome } from "../types";
import { createScriptedIo, type ScriptedIo, type ScriptedIoOptions } from "./scripted-io";

export interface ScriptedRun {
  readonly io: ScriptedIo;
  readonly outcomes: readonly StageOutcome[];
}

/** Runs the whole method, or a baseline, on one problem under a script. */
export async function runScripted(
  options: ScriptedIoOptions,
  config: Partial<SphereConfig> = {},
  problem: {
    readonly id?: string;
    readonly hasSmallModel?: boolean;
    readonly scorerModel?: ScorerModelKind | null;
    readonly kind?: RunKind;
  } = {},
): Promise<ScriptedRun> {
  const io = createScriptedIo(options);
  const outcomes: StageOutcome[] = [];
  await solveProblem(
    {
      id: problem.id ?? "problem",
      statement: "How many apples are there?",
      ...(config.hintedCritique === true ? { referenceAnswer: options.answer } : {}),
    },
    {
      kind: problem.kind ?? "sphere",
      io,
      config: { ...DEFAULT_SPHERE_CONFIG, ...config },
      hasSmallModel: problem.hasSmallModel ?? true,
      scorerModel: problem.scorerModel ?? null,
      onStage: (outcome) => {
        outcomes.push(outcome);
      },
    },
  );
  return { io, outcomes };
}
