import type { SphereConfig } from "../config";
import { CORRECTION_RULES, refusal } from "../correction-rules";
import type { Grade } from "../io";
import { DROP_RULES } from "../pairs/drop-rules";
import { editDistance, jaccard, similarity } from "../similarity";
import { firstDifference, stepKey } from "../step-key";
import { isRight, isWrong } from "../terminal";
import type { Chain, Correction, PairLevel, PreferencePair, StageOutcome } from "../types";
import { brokenGrowth } from "./broken-growth";

export interface Promised {
  readonly config: SphereConfig;
  readonly grade: (response: string) => Grade;
}

/** Every promise of the method that the outcomes of one problem break, in words; none for a right method. */
export function brokenPromises(outcomes: readonly StageOutcome[], promised: Promised): string[] {
  const chains = new Map(outcomes.flatMap((one) => one.chains).map((chain) => [chain.id, chain]));
  const pairs = outcomes.flatMap((one) => one.pairs);
  const uses = (pair: PreferencePair, side: "chosen" | "rejected") =>
    pairs.filter((other) => other.prefix + other[side] === pair.prefix + pair[side]).length;
  return [
    ...unkept({
      "a problem has no more pairs than it may": pairs.length <= promised.config.pairsPerProblem,
      "no pair comes twice": new Set(pairs.map(({ id }) => id)).size === pairs.length,
      "a text is chosen or rejected at most twice": pairs.every(
        (pair) => uses(pair, "chosen") <= 2 && uses(pair, "rejected") <= 2,
      ),
    }),
    ...outcomes.flatMap((outcome, index) => [
      ...brokenByStage(outcome, promised.config),
      ...brokenGrowth(outcome, outcomes[index - 1]?.nodes),
      ...outcome.pairs.flatMap((pair) =>
        pair.level === "correction-turn"
          ? brokenByTurn(pair, outcome, { ...promised, chains })
          : brokenByPair(pair, outcome, { ...promised, chains }),
      ),
      ...outcome.corrections.flatMap((one) => brokenByCorrection(one, chains)),
    ]),
  ];
}

function brokenByStage(
  { stage, chains, pairs, dropped, nodes, control, diversity }: StageOutcome,
  config: SphereConfig,
): string[] {
  const ofLevel = (level: PairLevel) => pairs.filter((pair) => pair.level === level).length;
  const solutions = pairs.length - ofLevel("correction-turn");
  const isSecond = stage === "self-correction";
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visitsBelow = (id: string) =>
    nodes.filter(({ parentId }) => parentId === id).reduce((sum, { visits }) => sum + visits, 0);
  const shares = [...(diversity?.distinctN ?? []), diversity?.selfBleu ?? 0];
  return unkept({
    "a stage makes one solution pair": ofLevel("solution") <= 1,
    "a stage makes two prefix pairs": ofLevel("prefix") <= 2,
    "stages 2 and 3 make one pair of solutions": stage === "self-generation" || solutions <= 1,
    "turns are asked for, and come from stage 2":
      ofLevel("correction-turn") <= (isSecond && config.correctionTurnPairs ? 2 : 0),
    "the control is asked for, and stage 2's": (control !== null) === (isSecond && config.resamplingControl),
    "no more comes right than was drawn":
      control === null ||
      [control.reflected, control.resampled].every(({ samples, right }) => right <= samples),
    "as many fresh samples as reflections, unless some failed":
      control === null || control.resampled.samples <= control.reflected.samples,
    "what was written is measured": chains.length === 0 || diversity !== null,
    "shares are shares": shares.every((share) => share >= 0 && share <= 1),
    "no more strategies than chains": diversity === null || diversity.strategies <= diversity.chains,
    "drops are counted under known rules": Object.keys(dropped).every((rule) => rule in DROP_RULES),
    "a node comes once": byId.size === nodes.length,
    "a parent comes before its child": nodes.every(
      ({ parentId, depth }) => parentId === null || byId.get(parentId)?.depth === depth - 1,
    ),
    "counts add up": nodes.every(({ id, visits, wins }) => wins <= visits && visitsBelow(id) <= visits),
  });
}

function brokenByPair(
  pair: PreferencePair,
  { corrections }: StageOutcome,
  { config, grade, chains }: Promised & { readonly chains: ReadonlyMap<string, Chain> },
): string[] {
  const [chosen, rejected] = [chains.get(pair.chosenChainId), chains.get(pair.rejectedChainId)];
  if (chosen === undefined || rejected === undefined) return [`${pair.id}: its chains are known`];
  const at = firstDifference(chosen.steps, rejected.steps);
  const [better, worse] = [stepKey(chosen.steps[at] ?? ""), stepKey(rejected.steps[at] ?? "")];
  const ratio = pair.chosen.length / pair.rejected.length;
  const corrected = pair.stage === "self-correction";
  const repair = { statement: "", wrong: rejected, corrected: chosen, claimedStep: null };
  const correction = corrections.find(({ id }) => id === pair.correctionId);
  return unkept({
    "chosen verifies": grade(pair.prefix + pair.chosen).verdict === "correct",
    "rejected does not": grade(pair.prefix + pair.rejected).verdict === "incorrect",
    "both sides ended by themselves": isRight(chosen) && isWrong(rejected),
    "both sides run to the end":
      chosen.text === pair.prefix + pair.chosen && rejected.text === pair.prefix + pair.rejected,
    "the prefix is the wrong chain's": pair.prefix === rejected.steps.slice(0, pair.prefixSteps).join(""),
    "the prefix ends a line": pair.prefix === "" || pair.prefix.endsWith("\n"),
    "no white space opens a side":
      pair.chosen.trimStart() === pair.chosen && pair.rejected.trimStart() === pair.rejected,
    "the level says whether there is a prefix": (pair.level === "prefix") === (pair.prefix !== ""),
    "the sides part after the prefix": at >= pair.prefixSteps,
    "the margin is kept": pair.margin >= leastMargin(pair, config),
    "the margin is the difference": pair.margin === pair.qChosen - pair.qRejected,
    "rollouts stand behind it, or a model": pair.rollouts > 0 || pair.valuedBy !== "rollouts",
    "the similarity is the sides'": pair.similarity === jaccard(pair.chosen, pair.rejected),
    "the steps differ in enough characters": editDistance(better, worse) >= config.minEditDistance,
    "the steps are not alike": similarity(better, worse) < 0.9,
    "the lengths are alike": ratio >= 0.5 && ratio <= 2,
    "a repair names its accepted correction": corrected === (correction?.accepted ?? false),
    "which made the chosen side": !corrected || correction?.chainId === pair.chosenChainId,
    "a repair keeps every rule of its text":
      !corrected || refusal({ ...repair, claimedStep: correction?.claimedStep ?? null }) === null,
    "hints are allowed": !pair.hinted || (corrected && config.hintedCritique),
    "solutions answer the plain problem": pair.prompt === null,
    "no reflection is trained on": !/First wrong step|Corrected solution/.test(pair.chosen),
  }).map((promise) => `${pair.id}: ${promise}`);
}

function brokenByTurn(
  pair: PreferencePair,
  { corrections }: StageOutcome,
  { config, grade, chains }: Promised & { readonly chains: ReadonlyMap<string, Chain> },
): string[] {
  const [chosen, rejected] = [chains.get(pair.chosenChainId), chains.get(pair.rejectedChainId)];
  if (chosen === undefined || rejected === undefined) return [`${pair.id}: its chains are known`];
  const correction = corrections.find(({ id }) => id === pair.correctionId);
  const ratio = pair.chosen.length / pair.rejected.length;
  const asked = JSON.stringify(pair.prompt);
  return unkept({
    "chosen verifies": grade(pair.chosen).verdict === "correct" && isRight(chosen),
    "rejected does not": grade(pair.rejected).verdict === "incorrect" && isWrong(rejected),
    "it is asked to reflect": asked.includes("First wrong step"),
    "a reflection on a wrong solution was accepted":
      !asked.includes("is not correct") ||
      (correction?.accepted === true && correction.chainId === chosen.id),
    "one on a right solution leaves it": asked.includes("is not correct") || pair.correctionId === null,
    "no hint": !pair.hinted,
    "by outcome alone": pair.valuedBy === "outcome" && pair.margin === 1,
    "no prefix": pair.prefix === "" && pair.prefixSteps === 0,
    "no white space opens a side":
      pair.chosen.trimStart() === pair.chosen && pair.rejected.trimStart() === pair.rejected,
    "the lengths are alike": ratio >= 0.5 && ratio <= 2,
    "the replies differ": editDistance(pair.chosen, pair.rejected) >= config.minEditDistance,
  }).map((promise) => `${pair.id}: ${promise}`);
}

function leastMargin({ stage, valuedBy }: PreferencePair, config: SphereConfig): number {
  if (stage === "self-correction") return 0.25;
  return valuedBy === "rollouts" ? config.minMargin : config.minMarginScored;
}

function brokenByCorrection(
  { id, accepted, refusedBy, chainId }: Correction,
  chains: ReadonlyMap<string, Chain>,
): string[] {
  return unkept({
    "accepted or refused": accepted === (refusedBy === null),
    "refused by a known rule": refusedBy === null || refusedBy in CORRECTION_RULES,
    "its chain is known": chainId === null ? refusedBy === "unreadable" : chains.has(chainId),
  }).map((promise) => `${id}: ${promise}`);
}

function unkept(promises: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(promises).flatMap(([promise, kept]) => (kept ? [] : [promise]));
}
