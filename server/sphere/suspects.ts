import { locateMessages } from "./prompts";
import type { OpenStage } from "./stage";
import type { Chain } from "./types";

const VOTES = 3;
const VOTE_TOKENS = 32;
const VOTE_TEMPERATURE = 0.7;

/**
 * Where to look for a wrong chain's first wrong step, best guess first (method: locate): the step that rollouts
 * found; else the one that two of three readings of the model agree on; then last but one, middle and first.
 * A wrong guess wastes reflections and harms nothing, since corrections are accepted by their outcome.
 * @returns 0-based steps, at least one
 */
export async function suspectSteps(stage: OpenStage, wrong: Chain): Promise<readonly number[]> {
  const last = wrong.steps.length - 1;
  const guesses = [Math.max(0, last - 1), last >> 1, 0];
  if (wrong.firstWrongStep !== null) return [wrong.firstWrongStep];
  if (last === 0) return [0];
  const voted = majority(await votes(stage, wrong));
  return [...new Set(voted === null ? guesses : [voted, ...guesses])];
}

async function votes(stage: OpenStage, wrong: Chain): Promise<number[]> {
  const samples = await stage.sample({
    purpose: "locate",
    role: "policy",
    messages: locateMessages(stage.problem, wrong.steps),
    prefix: "",
    depth: 0,
    n: VOTES,
    sampling: {
      temperature: VOTE_TEMPERATURE,
      topP: stage.config.topP,
      maxTokens: VOTE_TOKENS,
      stop: [],
    },
  });
  return samples
    .map(({ text }) => Number(/\d{1,4}/.exec(text)?.[0] ?? 0) - 1)
    .filter((step) => step >= 0 && step < wrong.steps.length);
}

function majority(steps: readonly number[]): number | null {
  return steps.find((step) => 2 * steps.filter((other) => other === step).length > VOTES) ?? null;
}
