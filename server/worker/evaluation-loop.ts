import { claimNextEvaluation, type ClaimedEvaluation } from "@/server/evaluations/work/lifecycle.repo";
import { EVALUATIONS_AT_ONCE } from "@/server/evaluations/work/tunables";
import { jobLoop, type LoopDeps } from "./job-loop";
import { serveEvaluation } from "./serve-evaluation";

/** Serves evaluations until the process ends, beside the runs. */
export function evaluationLoop(deps: LoopDeps): Promise<void> {
  const { db, clock } = deps;
  return jobLoop<ClaimedEvaluation>(deps, {
    noun: "evaluation",
    claim: ({ leaseId, atWork }) =>
      atWork < EVALUATIONS_AT_ONCE ? claimNextEvaluation(db, { leaseId, now: clock.now() }) : null,
    idOf: ({ evaluation }) => evaluation.id,
    serve: (claimed, downBefore) => serveEvaluation(deps, claimed, downBefore),
  });
}
