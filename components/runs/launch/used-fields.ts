import type { LaunchRun } from "@/server/runs/runs.schema";
import { isRunFieldPath, RUN_FIELDS, type RunFieldPath } from "../run-fields";
import { SCORER_WORDS } from "../run-words";

/** The choices that decide which of the other fields a run reads. */
export interface DecidingChoices {
  readonly kind: LaunchRun["kind"];
  readonly config: Pick<LaunchRun["config"], "mode" | "scorer" | "selfCorrection" | "diversityInduction">;
}

type Use = (choices: DecidingChoices) => boolean;

const always: Use = () => true;
const inSphere: Use = ({ kind }) => kind === "sphere";
const both =
  (...uses: readonly Use[]): Use =>
  (choices) =>
    uses.every((use) => use(choices));

const omega: Use = both(inSphere, ({ config }) => config.mode === "omega");
const uct: Use = both(inSphere, ({ config }) => config.mode === "uct");
/** Searches that propose one step after another. */
const stepwise: Use = both(inSphere, ({ config }) => config.mode !== "omega");
const corrects: Use = both(inSphere, ({ config }) => config.selfCorrection);
const diversifies: Use = both(inSphere, ({ config }) => config.diversityInduction);
const asksModel: Use = both(inSphere, ({ config }) => SCORER_WORDS[config.scorer].model !== "none");

/** A trained model weighs in a node's value beside the outcomes; a judge does not. */
const asksTrained: Use = both(asksModel, ({ config }) => config.scorer !== "judge");
const notOf =
  (kind: DecidingChoices["kind"]): Use =>
  (choices) =>
    choices.kind !== kind;

/** For every field, whether a run reads it. */
const uses: Readonly<Record<RunFieldPath, Use>> = {
  kind: always,
  name: always,
  policyModelId: always,
  smallModelId: diversifies,
  scorerModelId: asksModel,
  problemSetId: always,
  problemCount: always,
  tokenBudget: always,
  timeBudgetMinutes: always,
  maxInFlight: always,
  priority: always,
  seed: always,
  "config.mode": inSphere,
  "config.scorer": inSphere,
  "config.rootSamples": (choices) => omega(choices) || !inSphere(choices),
  "config.rolloutsPerPrefix": inSphere,
  "config.finalLabelRollouts": (choices) => omega(choices) || corrects(choices),
  "config.wrongChains": (choices) => omega(choices) || corrects(choices),
  "config.candidates": inSphere,
  "config.maxStepTokens": stepwise,
  "config.iterations": uct,
  "config.exploration": uct,
  "config.scoreWeight": both(uct, asksTrained),
  "config.lambda": stepwise,
  "config.temperature": always,
  "config.topP": always,
  "config.maxTokens": always,
  "config.maxDepth": always,
  "config.selfCorrection": inSphere,
  "config.correctionSamples": corrects,
  "config.correctionRounds": corrects,
  "config.resamplingControl": corrects,
  "config.hintedCritique": corrects,
  "config.correctionTurnPairs": corrects,
  "config.diversityInduction": inSphere,
  "config.smallModelSamples": diversifies,
  "config.maxLogprobGap": diversifies,
  "config.minMargin": inSphere,
  "config.minMarginScored": asksModel,
  "config.minEditDistance": inSphere,
  "config.maxJaccard": notOf("iid-pairs"),
  "config.pairsPerProblem": notOf("iid-pairs"),
  "config.lengthBalance": notOf("rejection-sampling"),
  "config.stageMix": both(inSphere, (choices) => corrects(choices) || diversifies(choices)),
};

/** The fields that a run with these choices reads; the form shows no others, and keeps their values. */
export function usedFields(choices: DecidingChoices): ReadonlySet<RunFieldPath> {
  return new Set(
    Object.keys(RUN_FIELDS)
      .filter(isRunFieldPath)
      .filter((path) => uses[path](choices)),
  );
}
