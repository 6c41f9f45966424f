import { byLikelihood, distinctById } from "../chain";
import { distinctChains } from "../distinct";
import { findFirstWrongStep, type WrongStep } from "../first-wrong-step";
import { DropCounts } from "../pairs/drop-rules";
import { Rollouts } from "../rollouts";
import { bucketOf, drawRoots, sampleRoots } from "../root-samples";
import { type SecondOpinion, secondOpinionOn } from "../scorers/second-opinion";
import { SearchTree } from "../search-tree";
import { stageOnePairs } from "../stage-one-pairs";
import type { OpenStage } from "../stage";
import { isRight, isWrong } from "../terminal";
import type { Chain, ScoringReport } from "../types";
import { isDecided } from "./is-decided";
import type { SearchResult } from "./search";

/** Rollouts drawn at once while a prefix is tested: the first success ends the test. */
const BATCH = 2;

interface LocatedChain extends WrongStep {
  readonly chain: Chain;
  readonly opinion: SecondOpinion;
}

/**
 * Rollouts first (method: omega; the default without a process reward model): samples the whole problem N0 times,
 * and where some are right and some wrong, finds the first wrong step of the likeliest wrong chains by binary
 * search. Where the run has a scorer model, it must agree before a step is called wrong.
 * @throws NoSamplesError when every root sample failed
 */
export async function omega(stage: OpenStage): Promise<SearchResult> {
  const roots = await sampleUntilDecided(stage);
  const bucket = bucketOf(roots);
  const drops = new DropCounts();
  const rollouts = new Rollouts(stage, {
    purpose: "rollout",
    limit: stage.config.rolloutsPerPrefix,
    batch: BATCH,
    until: "right",
  });
  const located = bucket === "mixed" ? await locate(stage, { roots, rollouts, drops }) : [];

  const tree = new SearchTree(stage.io);
  const drawn = [...growFromRoots(tree, roots), ...growFromTests(tree, rollouts, located)];
  const wrongSteps = new Map(located.map(({ chain, step }) => [chain.id, step]));
  const chains = distinctById(drawn).map((chain): Chain => {
    const firstWrongStep = wrongSteps.get(chain.id) ?? null;
    return firstWrongStep === null ? chain : { ...chain, firstWrongStep };
  });
  const { maxJaccard } = stage.config;
  const groups = bucket === "mixed" ? stageOnePairs({ chains, roots, tree, drops, maxJaccard }) : [];
  return { bucket, chains, sampled: drawn, tree, groups, drops, scoring: reportOf(located) };
}

/**
 * Root samples: no more than 2E at first, and the rest of N0 only where those do not show the problem to be plainly
 * too easy or too hard. The rule is held against root samples alone: rollouts from a wrong chain's prefixes say how
 * bad that chain is, and how many there are at a time depends on which answer came first.
 */
async function sampleUntilDecided(stage: OpenStage): Promise<Chain[]> {
  const { rootSamples, candidates } = stage.config;
  const first = await sampleRoots(stage, Math.min(rootSamples, 2 * candidates));
  const left = rootSamples - 2 * candidates;
  const seen = { visits: first.length, wins: first.filter(isRight).length };
  if (left <= 0 || isDecided(seen, candidates)) return first;
  return [...first, ...(await drawRoots(stage, left))];
}

interface Sampled {
  readonly roots: readonly Chain[];
  readonly rollouts: Rollouts;
  readonly drops: DropCounts;
}

/** First wrong steps of the likeliest wrong chains; the searches run at the same time. */
async function locate(stage: OpenStage, { roots, rollouts, drops }: Sampled): Promise<LocatedChain[]> {
  const { maxJaccard, wrongChains, finalLabelRollouts } = stage.config;
  const wrong = distinctById(roots.filter(isWrong)).toSorted(byLikelihood);
  const { kept, passedOver } = distinctChains(wrong, "", maxJaccard);
  drops.add("near-duplicate", passedOver);
  return await Promise.all(
    kept.slice(0, wrongChains).map(async (chain) => {
      const opinion = secondOpinionOn(chain, stage);
      const secondOpinion = (length: number) => opinion.of(length);
      const search = { roots, rollouts, finalLabelRollouts, secondOpinion };
      return { chain, opinion, ...(await findFirstWrongStep(chain, search)) };
    }),
  );
}

function growFromRoots(tree: SearchTree, roots: readonly Chain[]): readonly Chain[] {
  tree.startStep("root-samples");
  for (const chain of roots) tree.add(chain, { counts: true });
  return roots;
}

/** One step of growth for each prefix that was tested, chain after chain; and what a model said of the steps. */
function growFromTests(tree: SearchTree, rollouts: Rollouts, located: readonly LocatedChain[]): Chain[] {
  const drawn = located.flatMap(({ chain, tested }) =>
    tested.flatMap((length) => {
      const prefixSteps = chain.steps.slice(0, length);
      const fresh = rollouts.take(prefixSteps);
      tree.startStep("step-test", prefixSteps);
      for (const rollout of fresh) tree.add(rollout, { counts: true });
      return fresh;
    }),
  );
  for (const { chain, opinion } of located)
    for (const [index, node] of tree.along(chain.steps).entries())
      if (opinion.known().has(index))
        tree.setScore(node, { score: opinion.known().get(index) ?? null, reward: null });
  return drawn;
}

function reportOf(located: readonly LocatedChain[]): ScoringReport {
  const counts = located.map(({ opinion }) => opinion.counts());
  return {
    asked: counts.reduce((sum, { asked }) => sum + asked, 0),
    byRollouts: counts.reduce((sum, { untold }) => sum + untold, 0),
  };
}
