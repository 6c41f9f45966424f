import type { RunStatus } from "@/server/runs/runs.schema";

export type TimeLeft =
  /** The run does not move, so the question has no answer. */
  | { readonly kind: "none" }
  /** It moves, but too little is done to tell. */
  | { readonly kind: "estimating" }
  | { readonly kind: "known"; readonly ms: number };

export interface RunPace {
  readonly status: RunStatus;
  readonly problemCount: number;
  readonly problemsDone: number;
  readonly problemsFailed: number;
  /** Milliseconds spent running, over all restarts. */
  readonly activeMs: number;
}

const LEAST_ACTIVE_MS = 15_000;

/** Problems that must be settled before their pace says anything: a twentieth of the run, from 3 to 10. */
function leastSettled(problemCount: number): number {
  return Math.min(10, Math.max(3, Math.ceil(problemCount / 20)));
}

/** How long the rest will take at the pace of the problems settled so far. */
export function timeLeft(run: RunPace): TimeLeft {
  if (run.status !== "running") return { kind: "none" };
  const settled = run.problemsDone + run.problemsFailed;
  if (run.activeMs < LEAST_ACTIVE_MS || settled < leastSettled(run.problemCount)) {
    return { kind: "estimating" };
  }
  const rest = Math.max(0, run.problemCount - settled);
  return { kind: "known", ms: coarse((rest * run.activeMs) / settled) };
}

/** An estimate is not exact to the second, and a figure that jumps cannot be read. */
function coarse(ms: number): number {
  const step = ms < 60_000 ? 5_000 : ms < 600_000 ? 10_000 : 60_000;
  return Math.ceil(ms / step) * step;
}
