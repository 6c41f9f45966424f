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
}

/** What a person may ask of a run that stands like this; the server refuses the rest. */
export function runActions(status: RunStatus): RunActions {
  return {
    pause: status === "queued" || status === "running",
    resume: status === "paused",
    cancel: !isOver(status) && status !== "cancelling",
  };
}

interface Spending {
  readonly status: RunStatus;
  readonly generatedTokens: number;
  readonly launch: { readonly tokenBudget: number | null };
}

/** Whether the run waits because its tokens are spent, so that resuming needs a larger budget. */
export function isBudgetSpent({ status, generatedTokens, launch }: Spending): boolean {
  return status === "paused" && launch.tokenBudget !== null && generatedTokens >= launch.tokenBudget;
}
