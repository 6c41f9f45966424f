import { byLikelihood, distinctById } from "./chain";
import { contentChance } from "./content-chance";
import { repairByCritique } from "./correction/critique";
import { type Court, isAccepted, type JudgedAttempt, judgeAttempts } from "./correction/judge-attempts";
import { reflectOn } from "./correction/reflect";
import { resampleLike } from "./correction/resampling-control";
import { type Suspects, suspectSteps } from "./correction/suspects";
import { checkRightChain, correctionTurns } from "./correction/turns";
import { keptSteps } from "./correction-rules";
import { distinctChains } from "./distinct";
import { measureDiversity } from "./diversity/measure-diversity";
import { DropCounts } from "./pairs/drop-rules";
import type { PairCandidate } from "./pairs/judge-candidate";
import { selectPairs } from "./pairs/select-pairs";
import { Rollouts } from "./rollouts";
import { SearchTree } from "./search-tree";
import { openStage, type OpenStage, type SphereContext } from "./stage";
import { stepKey } from "./step-key";
import { isWrong } from "./terminal";
import type { Chain, Correction, GrowthKind, SphereProblem, StageOutcome } from "./types";

/** Rollouts drawn at once while a wrong step is searched: the first success ends the test of a prefix. */
const SEARCH_BATCH = 2;
/** Check items for every correction turn. */
const CHECK_SHARE = 1 / 4;

/**
 * Stage 2 (method: 4): asks the policy to find the mistake in its wrong chains and to write them anew, and
 * accepts a correction only by its outcome. An accepted one stands against the wrong chain in a pair, without
 * the reflection; where the run asks for it, reflections also stand against each other.
 *
 * @param previous outcome of self-generation on the same problem
 */
export async function selfCorrect(
  problem: SphereProblem,
  previous: StageOutcome,
  context: SphereContext,
): Promise<StageOutcome> {
  const stage = openStage(problem, "self-correction", context);
  const { config, io } = stage;
  const tree = new SearchTree(io, previous.nodes);
  const located = await locate(stage, { previous, tree });
  addRollouts(tree, { chains: located.drawn, kind: "step-test" });

  const wanted = config.rolloutsPerPrefix;
  const rollouts = new Rollouts(stage, { purpose: "luck-check", limit: wanted, batch: wanted, until: null });
  const perChain = await Promise.all(
    located.chains.map(({ wrong, suspects }) =>
      correctChain(stage, { statement: problem.statement, wrong, tree, rollouts, wanted }, suspects),
    ),
  );
  const judged = perChain.flat();
  const attempts = judged.map(({ attempt }) => attempt);
  const resampled = config.resamplingControl ? await resampleLike(stage, attempts) : null;
  const turns = config.correctionTurnPairs ? correctionTurns(judged) : [];
  const [turn] = turns;
  const isChecked = turn !== undefined && contentChance(`check/${problem.id}`) < CHECK_SHARE;
  const check = isChecked ? await checkRightChain(stage, turn.chosen.chain) : null;

  const repaired = [...attempts.flatMap(({ corrected }) => corrected ?? []), ...(check?.chains ?? [])];
  tree.startStep("corrections");
  for (const chain of repaired) tree.add(chain, { counts: false });
  const drawn = await rollouts.chains();
  addRollouts(tree, { chains: drawn, kind: "luck-check" });

  const drops = new DropCounts();
  const groups = [judged.flatMap((one) => resolvedPair(one) ?? []), turns, check?.candidates ?? []];
  const pairs = selectPairs(stage, { tree, groups, before: previous.pairs, drops });
  const sampled = [...repaired, ...located.drawn, ...drawn, ...(resampled?.chains ?? [])];
  const known = new Set(previous.chains.map(({ id }) => id));
  return {
    stage: stage.stage,
    bucket: previous.bucket,
    chains: distinctById(sampled).filter(({ id }) => !known.has(id)),
    corrections: judged.map(correctionOf),
    nodes: tree.snapshot(),
    pairs,
    dropped: drops.toRecord(),
    growth: tree.growth(),
    control: resampled?.control ?? null,
    diversity: measureDiversity(sampled),
    demonstrations: [],
  };
}

interface LocatedChains {
  readonly chains: readonly { readonly wrong: Chain; readonly suspects: Suspects }[];
  /** Rollouts of the search. */
  readonly drawn: readonly Chain[];
}

/** All chains before any is reflected on: luck checks of one chain must not meet step tests of another. */
async function locate(
  stage: OpenStage,
  { previous, tree }: { readonly previous: StageOutcome; readonly tree: SearchTree },
): Promise<LocatedChains> {
  const rollouts = new Rollouts(stage, {
    purpose: "rollout",
    limit: stage.config.rolloutsPerPrefix,
    batch: SEARCH_BATCH,
    until: "right",
  });
  const evidence = { isSolvable: tree.root.wins > 0, known: previous.chains, rollouts };
  const chains = await Promise.all(
    wrongChains(previous, stage).map(async (chain) => {
      const suspects = await suspectSteps(stage, chain, evidence);
      return { wrong: { ...chain, firstWrongStep: suspects.found }, suspects };
    }),
  );
  return { chains, drawn: await rollouts.chains() };
}

/** Those whose first wrong step is known, else the likeliest wrong solutions. */
function wrongChains(previous: StageOutcome, { config }: SphereContext): readonly Chain[] {
  const wrong = previous.chains.filter(isWrong);
  const located = wrong.filter(({ firstWrongStep }) => firstWrongStep !== null);
  const whole = wrong.filter(({ origin }) => origin === "root-sample" || origin === "search");
  const ranked = ([located, whole].find(({ length }) => length > 0) ?? wrong).toSorted(byLikelihood);
  const { kept } = distinctChains(ranked, "", config.maxJaccard);
  // Chains of the same steps would be one question.
  const asked = new Set<string>();
  const different = kept.filter(({ steps }) => {
    const key = steps.map(stepKey).join("\n");
    return !asked.has(key) && asked.add(key);
  });
  return different.slice(0, Math.max(1, config.wrongChains));
}

/** Rounds of reflection, each with the next suspect, until one brings an accepted correction; then by a hint. */
async function correctChain(stage: OpenStage, court: Court, suspects: Suspects): Promise<JudgedAttempt[]> {
  const { correctionRounds, hintedCritique } = stage.config;
  const { referenceAnswer } = stage.problem;
  const { wrong } = court;
  const judged: JudgedAttempt[] = [];
  for (let round = 0; round < correctionRounds; round++) {
    const suspect = suspects.steps[round % suspects.steps.length] ?? null;
    judged.push(...(await judgeAttempts(court, await reflectOn(stage, wrong, suspect))));
    if (judged.some(isAccepted)) return judged;
  }
  if (!hintedCritique || referenceAnswer === undefined) return judged;
  const repairs = await repairByCritique(stage, wrong, referenceAnswer);
  return [...judged, ...(await judgeAttempts(court, repairs))];
}

function correctionOf({ attempt, corrected, refusedBy }: JudgedAttempt): Correction {
  const { id, wrongChainId, sample, reply, claimedStep, explanation } = attempt;
  return {
    id,
    wrongChainId,
    sample,
    reply,
    claimedStep,
    explanation,
    chainId: corrected?.id ?? null,
    accepted: refusedBy === null,
    refusedBy,
  };
}

/** A pair begins where the kept steps end; where none can stand in a prompt it is one of whole solutions. */
function resolvedPair({ wrong, attempt, corrected, values }: JudgedAttempt): PairCandidate | null {
  if (corrected === null || values === null) return null;
  const prefixSteps = keptSteps(wrong, corrected);
  return {
    level: prefixSteps > 0 ? "prefix" : "solution",
    prefixSteps,
    chosen: corrected,
    rejected: wrong,
    correctionId: attempt.id,
    tested: values,
    hinted: attempt.hinted,
  };
}

/** Counts rollouts in the tree, a step of its growth for each prefix. */
function addRollouts(
  tree: SearchTree,
  { chains, kind }: { readonly chains: readonly Chain[]; readonly kind: GrowthKind },
): void {
  let prefix: string | null = null;
  for (const chain of chains) {
    if (chain.prefix !== prefix) tree.startStep(kind, stepsOfPrefix(chain));
    prefix = chain.prefix;
    tree.add(chain, { counts: true });
  }
}

function stepsOfPrefix({ steps, prefix }: Chain): readonly string[] {
  let length = 0;
  return steps.filter((step) => (length += step.length) <= prefix.length);
}
