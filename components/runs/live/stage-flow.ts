import type { RunProgress } from "@/server/runs/progress.repo";
import type { LaunchRun } from "@/server/runs/runs.schema";
import type { Stage } from "@/server/sphere/io";

export interface RuleCount {
  readonly rule: string;
  readonly count: number;
}

/** One stage as the run page draws it. */
export interface StageFlow {
  readonly stage: Stage;
  /** Whether the run was launched with it. */
  readonly on: boolean;
  readonly calls: number;
  readonly generatedTokens: number;
  readonly right: number;
  readonly wrong: number;
  /** Pairs that were kept, of all that could have been one. */
  readonly pairs: number;
  readonly candidates: number;
  /** Most frequent rule first. */
  readonly dropped: readonly RuleCount[];
}

/** The stages in order, each with what came in and what was left of it; a baseline has only the first. */
export function stageFlow(
  progress: RunProgress,
  { kind, config }: Pick<LaunchRun, "kind" | "config">,
): StageFlow[] {
  const on: Record<Stage, boolean> = {
    "self-generation": true,
    "self-correction": config.selfCorrection,
    "diversity-induction": config.diversityInduction,
  };
  const stages =
    kind === "sphere" ? progress.stages : progress.stages.filter(({ stage }) => stage === "self-generation");
  return stages.map((stage) => {
    const dropped = progress.pairsDropped
      .filter((drop) => drop.stage === stage.stage)
      .map(({ rule, count }) => ({ rule, count }));
    return {
      stage: stage.stage,
      on: on[stage.stage],
      calls: stage.calls,
      generatedTokens: stage.generatedTokens,
      right: stage.rightChains,
      wrong: stage.wrongChains,
      pairs: stage.pairs,
      candidates: stage.pairs + sum(dropped),
      dropped,
    };
  });
}

/** How many problems have no bucket yet: their first samples are not all there. */
export function undecided(progress: RunProgress, problemCount: number): number {
  const { easy = 0, mixed = 0, hard = 0 } = progress.problemsByBucket;
  return Math.max(0, problemCount - easy - mixed - hard);
}

export function sum(counts: readonly RuleCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
