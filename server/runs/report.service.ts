import type { Db } from "@/db/client";
import { HOLD_RULES } from "@/server/sphere/pairs/balance-pairs";
import { heldBackPairs } from "./held-back";
import { getRun } from "./runs.service";
import {
  countFunnel,
  meanDiversity,
  sumControls,
  sumScoring,
  type ControlTotals,
  type DiversityMeans,
  type ScoringTotals,
} from "./stage-reports.repo";

/** A rule and how many candidates or pairs it took out. */
export interface RuleCount {
  readonly rule: string;
  readonly count: number;
}

/** From candidate pairs to those that are exported. */
export interface PairFunnel {
  readonly candidates: number;
  /** By a key of `DROP_RULES`, most first. */
  readonly dropped: readonly RuleCount[];
  readonly pairs: number;
  /** Pairs held back from export for the balance of the whole run, by a key of `HOLD_RULES`. */
  readonly heldBack: readonly RuleCount[];
  readonly exported: number;
}

export interface RunReport {
  readonly funnel: PairFunnel;
  /** Verified solutions of a rejection-sampling run. */
  readonly demonstrations: number;
  /** Null before the first tokens. */
  readonly pairsPerMillionTokens: number | null;
  /** Whether reflecting did more than drawing anew; null where it was not measured. */
  readonly control: ControlTotals | null;
  /** Whether the scorer could value what it was asked; null where rollouts are the scorer. */
  readonly scoring: ScoringTotals | null;
  readonly diversity: readonly DiversityMeans[];
}

/** What a run's search came to, beside its counts. @throws AppError when there is no such run */
export function runReport(db: Db, runId: string): RunReport {
  const run = getRun(db, runId);
  const { pairs, dropped, demonstrations } = countFunnel(db, runId);
  const lost = dropped.reduce((sum, { count }) => sum + count, 0);
  const rules = [...heldBackPairs(db, run).values()];
  const heldBack = Object.keys(HOLD_RULES)
    .map((rule) => ({ rule, count: rules.filter((one) => one === rule).length }))
    .filter(({ count }) => count > 0);
  return {
    funnel: { candidates: pairs + lost, dropped, pairs, heldBack, exported: pairs - rules.length },
    demonstrations,
    pairsPerMillionTokens: run.generatedTokens === 0 ? null : (pairs / run.generatedTokens) * 1e6,
    control: sumControls(db, runId),
    scoring: sumScoring(db, runId),
    diversity: meanDiversity(db, runId),
  };
}
