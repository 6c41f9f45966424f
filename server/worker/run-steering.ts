import type { Clock } from "@/server/foundation/clock";
import type { Load } from "@/server/models/dispatcher/dispatcher-types";
import { spentBudget, type BudgetKind } from "@/server/runs/budgets";
import type { OpenedModel } from "@/server/models/opened-model";
import type { ClaimedRun, HeldRun } from "@/server/runs/lifecycle.repo";
import { BUDGET_GRACE_MS, DRAIN_POLL_MS, PAUSE_GRACE_MS } from "@/server/runs/tunables";

/** Why a run is stopped while it goes. */
export type StopReason = "pause" | "cancel" | "lease-lost" | "token-budget" | "time-budget";

/** How a run was stopped, and what became of the samples in flight. */
export interface Stop {
  readonly reason: StopReason;
  /** Samples that were let end and are recorded. */
  readonly finished: number;
  /** Samples that were cut off: their tokens are lost and not counted. */
  readonly ended: number;
}

/** Holds one run at work to what people ask of it. */
export interface RunSteering {
  /** Aborted when the run must let go of what it still asks. */
  readonly signal: AbortSignal;
  /** The model as the run may use it: within its limits, its tokens counted against the budget. */
  steer(model: OpenedModel): OpenedModel;
  /** Acts on what the row says; null: the lease is lost. */
  heed(held: HeldRun | null): void;
  /** What stopped it, once something did. */
  stopped(): Stop | null;
  /** The run is over or let go of: forgets its place in the dispatchers. */
  end(): void;
}

const budgetReason: Record<BudgetKind, StopReason> = { tokens: "token-budget", time: "time-budget" };

/**
 * A cancel ends everything at once. A pause or a spent budget first sends nothing new and lets what is in flight
 * end, since its tokens are spent already: for some seconds where a person waits, for minutes where none does.
 */
export function steerRun({ run }: ClaimedRun, clock: Clock): RunSteering {
  const interrupt = new AbortController();
  const over = new AbortController();
  const models = new Map<string, OpenedModel>();
  let budgets = run.launch;
  let spentTokens = run.generatedTokens;
  let draining: { readonly reason: StopReason; readonly given: AbortController } | null = null;
  let stop: Stop | null = null;

  const each = (act: (dispatcher: OpenedModel["dispatcher"]) => void): void => {
    for (const { dispatcher } of models.values()) act(dispatcher);
  };
  const limit = (maxInFlight: number | null): void => {
    each((dispatcher) => {
      dispatcher.setLimits(run.id, { maxInFlight });
    });
  };
  const samplesInFlight = (): number => loadOf([...models.values()], run.id).inFlight;

  function interruptFor(reason: StopReason, begun: number): void {
    if (stop !== null) return;
    const ended = samplesInFlight();
    stop = { reason, finished: Math.max(0, begun - ended), ended };
    interrupt.abort(reason);
  }

  /** Waits until nothing is in flight, or for as long as there is patience, and stops the run. */
  async function letEnd(reason: StopReason, until: number, signal: AbortSignal): Promise<void> {
    const begun = samplesInFlight();
    // Look only after a pause: an answer that has just come is not recorded yet.
    do await clock.sleep(DRAIN_POLL_MS, signal);
    while (samplesInFlight() > 0 && clock.now() < until);
    interruptFor(reason, begun);
  }

  function drain(reason: StopReason, graceMs: number): void {
    if (draining?.reason === reason || stop !== null) return;
    draining?.given.abort();
    if (models.size === 0) {
      interruptFor(reason, 0);
      return;
    }
    const given = new AbortController();
    draining = { reason, given };
    limit(0);
    // Rejected where the run was over before, or goes on after all.
    letEnd(reason, clock.now() + graceMs, AbortSignal.any([over.signal, given.signal])).catch(
      () => undefined,
    );
  }

  function resume(maxInFlight: number | null): void {
    draining?.given.abort();
    draining = null;
    limit(maxInFlight);
  }

  function heedBudgets(spent: { readonly generatedTokens: number; readonly activeMs: number }): boolean {
    const kind = spentBudget(spent, budgets);
    if (kind !== null) drain(budgetReason[kind], BUDGET_GRACE_MS);
    return kind !== null;
  }

  return {
    signal: interrupt.signal,
    steer(model) {
      models.set(model.id, model);
      const { dispatcher } = model;
      dispatcher.setLimits(run.id, { maxInFlight: draining === null ? budgets.maxInFlight : 0 });
      return {
        ...model,
        dispatcher: {
          ...dispatcher,
          async submit(request, options) {
            const result = await dispatcher.submit(request, options);
            spentTokens += result.generations.reduce((sum, { tokens }) => sum + tokens, 0);
            heedBudgets({ generatedTokens: spentTokens, activeMs: 0 });
            return result;
          },
        },
      };
    },
    heed(held) {
      if (stop !== null) return;
      if (held === null) {
        interruptFor("lease-lost", 0);
        return;
      }
      budgets = held.launch;
      if (held.status === "cancelling") interruptFor("cancel", 0);
      else if (held.status === "pausing") drain("pause", PAUSE_GRACE_MS);
      else if (!heedBudgets({ ...held, generatedTokens: spentTokens })) resume(held.launch.maxInFlight);
    },
    stopped: () => stop,
    end() {
      over.abort();
      each((dispatcher) => {
        dispatcher.forget(run.id);
      });
    },
  };
}

/** What engines do for one tenant, all of them together. */
export function loadOf(models: readonly OpenedModel[], tenant: string): Load {
  const loads = models.map(({ dispatcher }) => dispatcher.loadOf(tenant));
  return {
    inFlight: loads.reduce((sum, { inFlight }) => sum + inFlight, 0),
    waiting: loads.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}
