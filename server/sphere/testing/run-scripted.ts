import { DEFAULT_SPHERE_CONFIG, type SphereConfig } from "../config";
import { solveProblem } from "../solve-problem";
import type { StageOutcome } from "../types";
import { createScriptedIo, type ScriptedIo, type ScriptedIoOptions } from "./scripted-io";

export interface ScriptedRun {
  readonly io: ScriptedIo;
  readonly outcomes: readonly StageOutcome[];
}

/** Runs the whole method on one problem under a script. */
export async function runScripted(
  options: ScriptedIoOptions,
  config: Partial<SphereConfig> = {},
  problem: { readonly id?: string; readonly hasSmallModel?: boolean } = {},
): Promise<ScriptedRun> {
  const io = createScriptedIo(options);
  const outcomes: StageOutcome[] = [];
  await solveProblem(
    { id: problem.id ?? "problem", statement: "How many apples are there?" },
    {
      io,
      config: { ...DEFAULT_SPHERE_CONFIG, ...config },
      hasSmallModel: problem.hasSmallModel ?? true,
      onStage: (outcome) => {
        outcomes.push(outcome);
      },
    },
  );
  return { io, outcomes };
}
