import { evaluations } from "@/db/schema";
import { findEvaluation } from "@/server/evaluations/work/evaluations.repo";
import { appendEvaluationEvent } from "@/server/evaluations/work/events.repo";
import { executeEvaluation } from "@/server/evaluations/work/execute-evaluation";
import { hasOpenItems } from "@/server/evaluations/work/items.repo";
import type { ClaimedEvaluation } from "@/server/evaluations/work/lifecycle.repo";
import { explain, release, renew } from "@/server/jobs/lease.repo";
import { steerEvaluation, type EvaluationStopReason, type HeldEvaluation } from "./evaluation-steering";
import type { Job, Outcome, ServeDeps } from "./job";
import { serveJob } from "./serve-job";
import { cancelled, pausedByPerson, settleJob, type Ending } from "./settle-job";
import type { Stop } from "./steering";

/** Works on a claimed evaluation, as `serveJob` says. */
export function serveEvaluation(
  deps: ServeDeps,
  claimed: ClaimedEvaluation,
  downBefore: number,
): Promise<Outcome["kind"]> {
  return serveJob(deps, evaluationJob(deps, claimed), downBefore);
}

/** A claimed evaluation as the worker's common parts see it. */
function evaluationJob(
  { db, clock }: Pick<ServeDeps, "db" | "clock">,
  claimed: ClaimedEvaluation,
): Job<HeldEvaluation, EvaluationStopReason> {
  const { evaluation, leaseId } = claimed;
  const { id } = evaluation;
  const held = { id, leaseId };
  return {
    id,
    noun: "evaluation",
    status: evaluation.status,
    callCount: evaluation.callCount,
    steering: steerEvaluation(id, clock),
    tell(kind, message) {
      appendEvaluationEvent(db, { evaluationId: id, level: "info", kind, message }, clock.now());
    },
    explain: (reason) => explain(db, evaluations, { ...held, reason }),
    renew: (beat) => (renew(db, evaluations, { ...held, ...beat }) ? findEvaluation(db, id) : null),
    async execute({ open, watch, signal }) {
      const model = await open(evaluation.modelId);
      watch([model]);
      return await executeEvaluation({ db, clock, model, signal }, claimed);
    },
    settle(settlement) {
      settleJob(
        { db, clock },
        {
          noun: "evaluation",
          things: "Items",
          hasOpen: () => hasOpenItems(db, id),
          stopped,
          release: (tx, state) => release(tx, evaluations, { ...held, ...state }),
          append: (tx, { level, kind, message }, at) => {
            appendEvaluationEvent(tx, { evaluationId: id, level, kind, message }, at);
          },
        },
        settlement,
      );
    },
  };
}

function stopped(stop: Stop<EvaluationStopReason>): Ending | null {
  const { reason } = stop;
  switch (reason) {
    case "cancel":
      return cancelled(stop);
    case "pause":
      return pausedByPerson(stop);
    case "lease-lost":
      return null;
    default:
      return reason satisfies never;
  }
}
