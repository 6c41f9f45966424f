/**
 * `components/runs` owns what pages show of runs: the loop of the home page, the list, the launch form, the
 * live view. It reads the API by its types, `*.schema.ts` and pure folders; it never imports a service or `db`.
 */
import type { RunStatus } from "@/server/runs/runs.schema";

/** Whether a worker has something to do for the run, now or as soon as one is free. */
export function isUnderWay(status: RunStatus): boolean {
  return status === "queued" || status === "running" || status === "pausing" || status === "cancelling";
}

/** Whether nothing will change any more. */
export function isOver(status: RunStatus): boolean {
  return status === "finished" || status === "cancelled";
}

export interface RunActions {
  readonly pause: boolean;
  readonly resume: boolean;
  readonly cancel: boolean;
  /** Change budgets, samples at once and priority. */
  readonly adjust: boolean;
  /** Take failed problems again. */
  readonly retry: boolean;
  readonly remove: boolean;
}

/** What a person may ask of a run that stands like this; the server refuses the rest. */
export function runActions(status: RunStatus): RunActions {
  return {
    pause: status === "queued" || status === "running",
    resume: status === "paused",
    cancel: !isOver(status) && status !== "cancelling",
    adjust: !isOver(status) && status !== "cancelling",
    retry: status !== "cancelled" && status !== "cancelling",
    remove: isOver(status),
  };
}

interface Spending {
  readonly status: RunStatus;
  readonly generatedTokens: number;
  readonly activeMs: number;
  readonly launch: { readonly tokenBudget: number | null; readonly timeBudgetMinutes: number | null };
}

export interface SpentBudgets {
  readonly tokens: boolean;
  readonly time: boolean;
}

/** Which budgets of a paused run are used up, so that resuming needs larger ones. */
export function spentBudgets({ status, generatedTokens, activeMs, launch }: Spending): SpentBudgets {
  const { tokenBudget, timeBudgetMinutes } = launch;
  return {
    tokens: status === "paused" && tokenBudget !== null && generatedTokens >= tokenBudget,
    time: status === "paused" && timeBudgetMinutes !== null && activeMs >= timeBudgetMinutes * 60_000,
  };
}
