import type { Rollouts } from "../rollouts";
import type { OpenStage } from "../stage";
import type { ScoringReport } from "../types";
import { consensusScorer } from "./consensus";
import { judge } from "./judge";
import { modelScorer, type ScorerModel } from "./model-scorer";
import { monteCarloScorer } from "./monte-carlo";
import { processRewardModel } from "./prm";
import type { ProcessScorer, Siblings, StepValue } from "./scorer";

export interface OpenScorer extends ProcessScorer {
  /** What was asked of a model so far. */
  report(): ScoringReport;
}

/**
 * The scorer that a run's configuration names. Where its model cannot value one of several siblings, rollouts
 * value them all, since values of two kinds do not compare; the report counts those steps.
 */
export function openScorer(stage: OpenStage, rollouts: Rollouts): OpenScorer {
  const { scorer, rolloutsPerPrefix } = stage.config;
  const estimate = scorer === "monte-carlo-hard" ? "hard" : "soft";
  const monteCarlo = monteCarloScorer(rollouts, { rollouts: rolloutsPerPrefix, estimate });
  const model = scorerModelOf(stage);
  const chosen =
    model === null
      ? monteCarlo
      : scorer === "consensus"
        ? consensusScorer(monteCarlo, modelScorer(model))
        : modelScorer(model);
  const counts = { asked: 0, byRollouts: 0 };

  async function score(groups: readonly Siblings[]): Promise<readonly (readonly (StepValue | null)[])[]> {
    const values = await chosen.score(groups);
    if (model === null) return values;
    counts.asked += groups.flat().length;
    const untold = groups.map((_, group) => (values[group] ?? []).includes(null));
    const missing = groups.filter((_, group) => untold[group]);
    counts.byRollouts += missing.flat().length;
    const drawn = [...(missing.length > 0 ? await monteCarlo.score(missing) : [])];
    return values.map((known, group) => (untold[group] === true ? (drawn.shift() ?? []) : known));
  }

  return { score, report: () => ({ ...counts }) };
}

/**
 * The model that values steps beside or instead of rollouts; null for a run without one. A judge is the run's
 * scorer model where that judges, else the policy itself; a consensus asks the process reward model first.
 */
export function scorerModelOf(stage: OpenStage): ScorerModel | null {
  const { scorerModel = null, config } = stage;
  if (config.scorer === "monte-carlo-soft" || config.scorer === "monte-carlo-hard") return null;
  if (config.scorer === "prm" || (config.scorer === "consensus" && scorerModel === "prm"))
    return processRewardModel(stage);
  return judge(stage, scorerModel === "judge" ? "scorer" : "policy");
}
