import type { ModelRole, Sample } from "./io";
import { splitSteps } from "./split-steps";
import type { OpenStage } from "./stage";
import { terminalOf } from "./terminal";
import type { Chain, ChainOrigin } from "./types";

export interface ChainSource {
  readonly origin: ChainOrigin;
  readonly role: ModelRole;
  readonly sample: Sample;
  /** Steps that the text starts with; `continuation` follows their last byte. */
  readonly prefixSteps: readonly string[];
  /** The sample's text, or the part of it that is the solution. */
  readonly continuation: string;
}

/** Cuts, ends and grades a solution. */
export function makeChain(stage: OpenStage, source: ChainSource): Chain {
  const { origin, role, sample, prefixSteps, continuation } = source;
  const prefix = prefixSteps.join("");
  const { steps } = splitSteps(prefix + continuation, prefixSteps);
  const text = steps.join("");
  const ended = { text, continuation: text.slice(prefix.length), steps, finish: sample.finish };
  return {
    ...stage.io.grade(text),
    id: stage.io.id("chain", [text]),
    origin,
    stage: stage.stage,
    role,
    sample: sample.ref,
    prefix,
    text,
    steps,
    terminal: terminalOf(ended, stage.config.maxDepth),
    tokens: sample.tokens,
    meanLogprob: sample.meanLogprob,
    firstWrongStep: null,
  };
}

/** A path that step-wise search wrote; `prefix` is all but its last step. */
export type SearchedPath = Pick<Chain, "steps" | "sample" | "tokens" | "meanLogprob" | "terminal">;

/** Grades a path of step-wise search. Tokens and likelihood are those of the whole path. */
export function chainOfPath({ io, stage }: OpenStage, path: SearchedPath): Chain {
  const text = path.steps.join("");
  return {
    ...io.grade(text),
    ...path,
    id: io.id("chain", [text]),
    origin: "search",
    stage,
    role: "policy",
    prefix: path.steps.slice(0, -1).join(""),
    text,
    firstWrongStep: null,
  };
}

/** One chain a text, the first of each. */
export function distinctById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Most likely first under the model that wrote it; unknown likelihoods last, ties as they came. */
export function byLikelihood(a: Chain, b: Chain): number {
  return (b.meanLogprob ?? -Infinity) - (a.meanLogprob ?? -Infinity) || 0;
}
