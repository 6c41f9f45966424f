import { findFirstWrongStep } from "../first-wrong-step";
import { locateMessages } from "../prompts";
import type { Rollouts } from "../rollouts";
import { sampleWhole } from "../sample-whole";
import { scorerModelOf } from "../scorers/open-scorer";
import { secondOpinionOn } from "../scorers/second-opinion";
import type { OpenStage } from "../stage";
import type { Chain } from "../types";

const VOTES = 3;
const VOTE_TOKENS = 32;
const VOTE_TEMPERATURE = 0.7;
/** A step that a model values below this is held for wrong. */
const WRONG_BELOW = 0.5;

export interface Evidence {
  /** Whether any rollout of the whole problem was right, so that a search by rollouts can find something. */
  readonly isSolvable: boolean;
  /** Other chains of the problem: a right one that starts with a prefix proves it solvable. */
  readonly known: readonly Chain[];
  /** Planned for at most K rollouts of a prefix, until one is right. */
  readonly rollouts: Rollouts;
}

export interface Suspects {
  /** 0-based steps, best guess first, at least one. */
  readonly steps: readonly number[];
  /** The first wrong step, where rollouts found it. */
  readonly found: number | null;
}

/**
 * Where to look for a wrong chain's first wrong step, in the method's order (locate): the step that rollouts found,
 * in stage 1 or, where the problem is solvable, now; what a process reward model or a judge of the run says;
 * the step that two of three readings of the model agree on; then last but one, middle and first. A wrong guess
 * wastes reflections and harms nothing, since corrections are accepted by their outcome.
 */
export async function suspectSteps(stage: OpenStage, wrong: Chain, evidence: Evidence): Promise<Suspects> {
  const found = wrong.firstWrongStep ?? (await searchByRollouts(stage, wrong, evidence));
  if (found !== null) return { steps: [found], found };
  const last = wrong.steps.length - 1;
  if (last === 0) return { steps: [0], found };
  const told = (await lowestByModel(stage, wrong)) ?? majority(await votes(stage, wrong));
  const guesses = [Math.max(0, last - 1), last >> 1, 0];
  return { steps: [...new Set(told === null ? guesses : [told, ...guesses])], found };
}

async function searchByRollouts(
  stage: OpenStage,
  wrong: Chain,
  { isSolvable, known, rollouts }: Evidence,
): Promise<number | null> {
  if (!isSolvable) return null;
  const { step } = await findFirstWrongStep(wrong, {
    roots: known,
    rollouts,
    finalLabelRollouts: stage.config.finalLabelRollouts,
    secondOpinion: (length) => secondOpinionOn(wrong, stage).of(length),
  });
  return step;
}

/** The first step valued below a half; where there is none, the one with the largest drop. */
async function lowestByModel(stage: OpenStage, wrong: Chain): Promise<number | null> {
  const model = scorerModelOf(stage);
  if (model === null) return null;
  const values = await model.values(wrong.steps.map((_, step) => wrong.steps.slice(0, step + 1)));
  const low = values.findIndex((value) => value !== null && value < WRONG_BELOW);
  if (low >= 0) return low;
  const drops = values.map((value, step) => {
    const before = values[step - 1] ?? null;
    return value === null || before === null ? 0 : before - value;
  });
  const largest = Math.max(...drops);
  return largest > 0 ? drops.indexOf(largest) : null;
}

async function votes(stage: OpenStage, wrong: Chain): Promise<number[]> {
  const samples = await sampleWhole(stage, {
    purpose: "locate",
    messages: locateMessages(stage.problem, wrong.steps),
    temperature: VOTE_TEMPERATURE,
    n: VOTES,
    maxTokens: VOTE_TOKENS,
  });
  return samples
    .map(({ text }) => Number(/\d{1,4}/.exec(text)?.[0] ?? 0) - 1)
    .filter((step) => step >= 0 && step < wrong.steps.length);
}

function majority(steps: readonly number[]): number | null {
  return steps.find((step) => 2 * steps.filter((other) => other === step).length > VOTES) ?? null;
}
