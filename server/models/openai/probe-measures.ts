import type { Capabilities } from "../models.schema";
import { askLikelihood } from "./likelihood";
import { nextTokens, type NextTokensDeps } from "./next-tokens";
import { isRefusal } from "./render-prompt";

const QUESTION = [{ role: "user", content: "What is the capital of France?" }] as const;
const PREFIX = "The capital of France";
const TEXT = " is the city of Paris.";
/** Fewer tokens than words would mean that it is not this text that was measured. */
const FEWEST_TOKENS = 4;

/** Whether the server tells how likely a given text is, and how likely each of some next tokens is. */
export async function probeMeasures(
  deps: NextTokensDeps,
  signal: AbortSignal,
): Promise<Pick<Capabilities, "likelihood" | "labels">> {
  const asked = { messages: QUESTION, prefix: PREFIX };
  const { dialect } = deps.capabilities;
  const likelihood = await unlessRefused(
    askLikelihood({ ...deps, dialect }, { ...asked, text: TEXT }, signal),
  );
  const tokens = await unlessRefused(nextTokens(deps, asked, signal));
  return {
    likelihood: likelihood !== null && likelihood.tokens >= FEWEST_TOKENS && likelihood.meanLogprob < 0,
    labels: tokens !== null && tokens.length > 1,
  };
}

async function unlessRefused<T>(asking: Promise<T>): Promise<T | null> {
  return asking.catch((error: unknown) => {
    if (isRefusal(error)) return null;
    throw error;
  });
}
