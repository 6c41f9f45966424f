import type { StepScoresRequest } from "../io";
import type { OpenStage } from "../stage";
import type { ScorerModel } from "./model-scorer";

/** A path's values, one a step; null where the model could not tell. */
export type PathValues = readonly number[] | null;

/**
 * Values of every step of each path by the process reward model, in one batch. It values all steps of a path in
 * one pass, so only paths that no other of the batch continues are sent.
 */
export async function valuesAlong(
  { io, problem }: Pick<OpenStage, "io" | "problem">,
  paths: readonly (readonly string[])[],
): Promise<PathValues[]> {
  const deepest = deepestPaths(paths);
  const answers = await io.measure(
    deepest.map((steps): StepScoresRequest => ({
      kind: "step-scores",
      statement: problem.statement,
      steps,
    })),
  );
  return paths.map((path) => {
    const at = deepest.findIndex((steps) => continues(steps, path));
    const values = answers[at] ?? null;
    return isValid(values, deepest[at]) ? values.slice(0, path.length) : null;
  });
}

/** The process reward model as a scorer: a step's value is the last of its path's. */
export function processRewardModel(stage: Pick<OpenStage, "io" | "problem">): ScorerModel {
  return {
    kind: "prm",
    values: async (prefixes) => (await valuesAlong(stage, prefixes)).map((values) => values?.at(-1) ?? null),
  };
}

function deepestPaths(paths: readonly (readonly string[])[]): (readonly string[])[] {
  const kept: (readonly string[])[] = [];
  for (const path of paths.toSorted((a, b) => b.length - a.length))
    if (!kept.some((longer) => continues(longer, path))) kept.push(path);
  return kept;
}

function continues(longer: readonly string[], path: readonly string[]): boolean {
  return path.every((step, index) => longer[index] === step);
}

function isValid(
  values: readonly number[] | null,
  steps: readonly string[] | undefined,
): values is readonly number[] {
  return (
    values !== null && values.length === steps?.length && values.every((value) => value >= 0 && value <= 1)
  );
}
