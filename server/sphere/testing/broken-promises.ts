import type { SphereConfig } from "../config";
import { CORRECTION_RULES } from "../correction-rules";
import type { Grade } from "../io";
import { DROP_RULES } from "../pairs/drop-rules";
import { editDistance, jaccard, similarity } from "../similarity";
import { firstDifference, stepKey } from "../step-key";
import { isRight, isWrong } from "../terminal";
import type { Chain, Correction, PreferencePair, StageOutcome } from "../types";

export interface Promised {
  readonly config: SphereConfig;
  readonly grade: (response: string) => Grade;
}

/** Every promise of the method that the outcomes of one problem break, in words; none for a right method. */
export function brokenPromises(outcomes: readonly StageOutcome[], promised: Promised): string[] {
  const chains = new Map(outcomes.flatMap((one) => one.chains).map((chain) => [chain.id, chain]));
  const pairs = outcomes.flatMap((one) => one.pairs);
  const uses = (same: (other: PreferencePair) => boolean) => pairs.filter(same).length;
  return [
    ...unkept({
      "a problem has no more pairs than it may": pairs.length <= promised.config.pairsPerProblem,
      "no pair comes twice": new Set(pairs.map(({ id }) => id)).size === pairs.length,
      "a text is chosen or rejected at most twice": pairs.every(
        (pair) =>
          uses((other) => other.chosenChainId === pair.chosenChainId) <= 2 &&
          uses((other) => other.rejectedChainId === pair.rejectedChainId) <= 2,
      ),
    }),
    ...outcomes.flatMap((outcome) => [
      ...brokenByStage(outcome),
      ...outcome.pairs.flatMap((pair) => brokenByPair(pair, outcome, { ...promised, chains })),
      ...outcome.corrections.flatMap((one) => brokenByCorrection(one, chains)),
    ]),
  ];
}

function brokenByStage({ stage, pairs, dropped, nodes }: StageOutcome): string[] {
  const ofLevel = (level: string) => pairs.filter((pair) => pair.level === level).length;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visitsBelow = (id: string) =>
    nodes.filter(({ parentId }) => parentId === id).reduce((sum, { visits }) => sum + visits, 0);
  return unkept({
    "a stage makes one solution pair": ofLevel("solution") <= 1,
    "a stage makes two prefix pairs": ofLevel("prefix") <= 2,
    "stages 2 and 3 make one pair": stage === "self-generation" || pairs.length <= 1,
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
    "the margin is kept": pair.margin >= (corrected ? 0.25 : config.minMargin),
    "the margin is the difference": pair.margin === pair.qChosen - pair.qRejected,
    "rollouts stand behind it": pair.rollouts > 0,
    "the similarity is the sides'": pair.similarity === jaccard(pair.chosen, pair.rejected),
    "the steps differ in enough characters": editDistance(better, worse) >= config.minEditDistance,
    "the steps are not alike": similarity(better, worse) < 0.9,
    "the lengths are alike": ratio >= 0.5 && ratio <= 2,
    "a repair names its accepted correction": corrected === (correction?.accepted ?? false),
    "no reflection is trained on": !/First wrong step|Corrected solution/.test(pair.chosen),
  }).map((promise) => `${pair.id}: ${promise}`);
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
