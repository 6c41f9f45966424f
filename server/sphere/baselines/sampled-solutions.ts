/**
 * `baselines` owns what the method is compared with: plain samples of the policy, and what can be made of them
 * without a search. They see the same problem, prompt, sampler and grader, so that only the search differs.
 */
import { distinctById } from "../chain";
import { measureDiversity } from "../diversity/measure-diversity";
import type { DropCounts } from "../pairs/drop-rules";
import { bucketOf, sampleRoots } from "../root-samples";
import { SearchTree } from "../search-tree";
import type { OpenStage } from "../stage";
import { isRight, isWrong } from "../terminal";
import type { Chain, Demonstration, PreferencePair, StageOutcome } from "../types";

export interface SampledSolutions {
  /** As they were sampled, equal ones included. */
  readonly samples: readonly Chain[];
  /** Each text once. */
  readonly right: readonly Chain[];
  readonly wrong: readonly Chain[];
}

/**
 * N0 independent samples of the problem.
 * @throws NoSamplesError when every one failed
 */
export async function sampleSolutions(stage: OpenStage): Promise<SampledSolutions> {
  const samples = await sampleRoots(stage);
  const distinct = distinctById(samples);
  return { samples, right: distinct.filter(isRight), wrong: distinct.filter(isWrong) };
}

export interface Harvest {
  readonly pairs: readonly PreferencePair[];
  readonly demonstrations: readonly Demonstration[];
  readonly drops: DropCounts;
}

/** The outcome of a baseline: one stage, whose tree is no more than the samples side by side. */
export function baselineOutcome(
  stage: OpenStage,
  { samples }: SampledSolutions,
  { pairs, demonstrations, drops }: Harvest,
): StageOutcome {
  const tree = new SearchTree(stage.io);
  tree.startStep("root-samples");
  for (const chain of samples) tree.add(chain, { counts: true });
  return {
    stage: stage.stage,
    bucket: bucketOf(samples),
    chains: distinctById(samples),
    corrections: [],
    nodes: tree.snapshot(),
    pairs,
    dropped: drops.toRecord(),
    growth: tree.growth(),
    control: null,
    diversity: measureDiversity(samples),
    demonstrations,
  };
}
