import type { SearchMode } from "./config";
import { measureDiversity } from "./diversity/measure-diversity";
import { selectPairs } from "./pairs/select-pairs";
import { omega } from "./search/omega";
import type { SearchResult } from "./search/search";
import { twoPath } from "./search/two-path";
import { uct } from "./search/uct";
import { openStage, type OpenStage, type SphereContext } from "./stage";
import type { SphereProblem, StageOutcome } from "./types";

const SEARCHES: Readonly<Record<SearchMode, (stage: OpenStage) => Promise<SearchResult>>> = {
  "two-path": twoPath,
  uct,
  omega,
};

/**
 * Stage 1 (method: 2): explores the problem in the run's search mode and makes pairs of what it found.
 * @throws NoSamplesError when the model gave no solution, or no first step, at all
 */
export async function selfGenerate(problem: SphereProblem, context: SphereContext): Promise<StageOutcome> {
  const stage = openStage(problem, "self-generation", context);
  const { bucket, chains, sampled, tree, groups, drops, scoring } = await SEARCHES[stage.config.mode](stage);
  const pairs = selectPairs(stage, { tree, groups, before: [], drops });
  return {
    stage: stage.stage,
    bucket,
    chains,
    corrections: [],
    nodes: tree.snapshot(),
    pairs,
    dropped: drops.toRecord(),
    growth: tree.growth(),
    scoring,
    control: null,
    diversity: measureDiversity(sampled),
    demonstrations: [],
  };
}
