import { byLikelihood, distinctById } from "./chain";
import { type CorrectionRule, refusal } from "./correction-rules";
import { distinctChains } from "./distinct";
import { testLuck } from "./luck";
import { DropCounts } from "./pairs/drop-rules";
import type { PairCandidate, PairValues } from "./pairs/judge-candidate";
import { selectPairs } from "./pairs/select-pairs";
import { type Attempt, reflectOn } from "./reflect";
import { Rollouts } from "./rollouts";
import { SearchTree } from "./search-tree";
import { openStage, type OpenStage, type SphereContext } from "./stage";
import { firstDifference } from "./step-key";
import { suspectSteps } from "./suspects";
import { isWrong } from "./terminal";
import type { Chain, Correction, SphereProblem, StageOutcome } from "./types";

/**
 * Stage 2 (method: 4): asks the policy to find the mistake in its wrong chains and to write them anew, and
 * accepts a correction only by its outcome. An accepted one stands against the wrong chain in a pair, without
 * the reflection.
 *
 * @param previous outcome of self-generation on the same problem
 */
export async function selfCorrect(
  problem: SphereProblem,
  previous: StageOutcome,
  context: SphereContext,
): Promise<StageOutcome> {
  const stage = openStage(problem, "self-correction", context);
  const wanted = context.config.rolloutsPerPrefix;
  const rollouts = new Rollouts(stage, {
    purpose: "luck-check",
    limit: wanted,
    batch: wanted,
    until: null,
  });
  const tree = new SearchTree(context.io, previous.nodes);
  const judge = (wrong: Chain, attempt: Attempt) =>
    judgeAttempt(stage, { wrong, attempt, tree, rollouts, wanted });

  const perChain = await Promise.all(
    wrongChains(previous, context).map((wrong) => correctChain(stage, wrong, judge)),
  );
  const judged = perChain.flat();

  const drawn = await rollouts.chains();
  for (const chain of drawn) tree.add(chain, { counts: true });
  const repaired = judged.flatMap(({ corrected }) => corrected ?? []);
  for (const chain of repaired) tree.add(chain, { counts: false });

  const known = new Set(previous.chains.map(({ id }) => id));
  const drops = new DropCounts();
  const candidates = judged.flatMap((one) => pairCandidate(one) ?? []);
  const pairs = selectPairs(stage, { tree, groups: [candidates], before: previous.pairs, drops });
  return {
    stage: stage.stage,
    bucket: previous.bucket,
    chains: distinctById([...repaired, ...drawn]).filter(({ id }) => !known.has(id)),
    corrections: judged.map(({ correction }) => correction),
    nodes: tree.snapshot(),
    pairs,
    dropped: drops.toRecord(),
    growth: [],
    control: null,
    diversity: null,
    demonstrations: [],
  };
}

/** Those whose first wrong step is known, else the likeliest wrong root samples. */
function wrongChains(previous: StageOutcome, { config }: SphereContext): readonly Chain[] {
  const wrong = previous.chains.filter(isWrong);
  const located = wrong.filter(({ firstWrongStep }) => firstWrongStep !== null);
  const roots = wrong.filter(({ origin }) => origin === "root-sample");
  const ranked = (located.length > 0 ? located : roots).toSorted(byLikelihood);
  return distinctChains(ranked, "", config.maxJaccard).kept.slice(0, Math.max(1, config.wrongChains));
}

interface JudgedAttempt {
  readonly wrong: Chain;
  readonly corrected: Chain | null;
  readonly correction: Correction;
  /** What the luck filter measured, when it let the correction through. */
  readonly values: PairValues | null;
}

/** Rounds of reflection, each with the next suspect, until one brings an accepted correction. */
async function correctChain(
  stage: OpenStage,
  wrong: Chain,
  judge: (wrong: Chain, attempt: Attempt) => Promise<JudgedAttempt>,
): Promise<JudgedAttempt[]> {
  const suspects = await suspectSteps(stage, wrong);
  const judged: JudgedAttempt[] = [];
  for (let round = 0; round < stage.config.correctionRounds; round++) {
    const attempts = await reflectOn(stage, wrong, suspects[round % suspects.length] ?? null);
    judged.push(...(await Promise.all(attempts.map((attempt) => judge(wrong, attempt)))));
    if (judged.some(({ correction }) => correction.accepted)) break;
  }
  return judged;
}

interface Trial {
  readonly wrong: Chain;
  readonly attempt: Attempt;
  readonly tree: SearchTree;
  readonly rollouts: Rollouts;
  readonly wanted: number;
}

async function judgeAttempt(stage: OpenStage, trial: Trial): Promise<JudgedAttempt> {
  const { wrong } = trial;
  const { corrected, ...attempt } = trial.attempt;
  const decide = (refusedBy: CorrectionRule | null, values: PairValues | null): JudgedAttempt => ({
    wrong,
    corrected,
    values,
    correction: { ...attempt, chainId: corrected?.id ?? null, accepted: refusedBy === null, refusedBy },
  });
  if (corrected === null) return decide("unreadable", null);
  const { statement } = stage.problem;
  const refusedBy = refusal({ statement, wrong, corrected, claimedStep: attempt.claimedStep });
  if (refusedBy !== null) return decide(refusedBy, null);
  const values = await testLuck({ ...trial, corrected });
  return decide(values === null ? "luck" : null, values);
}

/** A pair begins where the kept steps end; where those do not end a line it is one of whole solutions. */
function pairCandidate({ wrong, corrected, correction, values }: JudgedAttempt): PairCandidate | null {
  if (corrected === null || values === null) return null;
  const shared = firstDifference(wrong.steps, corrected.steps);
  const [before, after] = [wrong, corrected].map(({ steps }) => steps.slice(0, shared).join(""));
  const isPrefix = shared > 0 && before === after;
  return {
    level: isPrefix ? "prefix" : "solution",
    prefixSteps: isPrefix ? shared : 0,
    chosen: corrected,
    rejected: wrong,
    correctionId: correction.id,
    tested: values,
  };
}
