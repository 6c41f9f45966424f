import { chainOfPath } from "../chain";
import type { OpenStage } from "../stage";
import { isLooping, terminalOf } from "../terminal";
import type { Chain, TerminalKind } from "../types";
import type { ProposedStep } from "./propose-steps";
import type { SearchPath } from "./search";

export type ExtendedPath = Pick<SearchPath, "steps" | "text" | "tokens" | "meanLogprob">;

/**
 * The chain that a step completes, or null where the path can go on (method: terminal rules). A path ends by
 * itself, or because it repeats itself, is as deep as a solution may be, or has no tokens left.
 */
export function endOfPath(stage: OpenStage, path: ExtendedPath, proposed: ProposedStep): Chain | null {
  const terminal = terminalKind(stage, path, proposed);
  return terminal === null ? null : chainOfPath(stage, { ...path, sample: proposed.sample, terminal });
}

function terminalKind(
  { config }: OpenStage,
  { steps, text, tokens }: ExtendedPath,
  { step, finish }: ProposedStep,
): TerminalKind | null {
  if (finish !== null) return terminalOf({ steps, text, continuation: step, finish }, config.maxDepth);
  if (isLooping({ steps, text })) return "repetition";
  if (steps.length >= config.maxDepth) return "too-deep";
  return tokens >= config.maxTokens ? "truncated" : null;
}
