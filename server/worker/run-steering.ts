import type { Clock } from "@/server/foundation/clock";
import { PAUSE_GRACE_MS } from "@/server/jobs/tunables";
import type { OpenedModel } from "@/server/models/opened-model";
import { spentBudget, type BudgetKind } from "@/server/runs/budgets";
import type { ClaimedRun, HeldRun } from "@/server/runs/lifecycle.repo";
import { BUDGET_GRACE_MS } from "@/server/runs/tunables";
import type { JobSteering } from "./job";
import { createSteering } from "./steering";

/** Why a run is stopped while it goes. */
export type RunStopReason = "pause" | "cancel" | "lease-lost" | "token-budget" | "time-budget";

const budgetReason: Record<BudgetKind, RunStopReason> = { tokens: "token-budget", time: "time-budget" };

/**
 * Holds one run at work to what people ask of it: its models are used within its limits, and their tokens counted against
 * its budget. A cancel ends everything at once. A pause or a spent budget lets what is in flight end: for some
 * seconds where a person waits, for minutes where none does.
 */
export function steerRun({ run }: ClaimedRun, clock: Clock): JobSteering<HeldRun, RunStopReason> {
  const steering = createSteering<RunStopReason>(run.id, clock);
  let budgets = run.launch;
  let spentTokens = run.generatedTokens;

  function heedBudgets(spent: { readonly generatedTokens: number; readonly activeMs: number }): boolean {
    const kind = spentBudget(spent, budgets);
    if (kind !== null) steering.drain(budgetReason[kind], BUDGET_GRACE_MS);
    return kind !== null;
  }

  return {
    signal: steering.signal,
    steer(model) {
      steering.add(model, budgets.maxInFlight);
      const { dispatcher } = model;
      const counted: OpenedModel["dispatcher"] = {
        ...dispatcher,
        async submit(request, options) {
          const result = await dispatcher.submit(request, options);
          spentTokens += result.generations.reduce((sum, { tokens }) => sum + tokens, 0);
          heedBudgets({ generatedTokens: spentTokens, activeMs: 0 });
          return result;
        },
      };
      return { ...model, dispatcher: counted };
    },
    heed(held) {
      if (steering.stopped() !== null) return;
      if (held === null) {
        steering.interrupt("lease-lost");
        return;
      }
      budgets = held.launch;
      if (held.status === "cancelling") steering.interrupt("cancel");
      else if (held.status === "pausing") steering.drain("pause", PAUSE_GRACE_MS);
      else if (!heedBudgets({ ...held, generatedTokens: spentTokens }))
        steering.resume(held.launch.maxInFlight);
    },
    stopped: () => steering.stopped(),
    end: () => {
      steering.end();
    },
  };
}
