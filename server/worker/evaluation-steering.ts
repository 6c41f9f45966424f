import type { Clock } from "@/server/foundation/clock";
import type { JobStatus } from "@/server/jobs/jobs.schema";
import { PAUSE_GRACE_MS } from "@/server/jobs/tunables";
import type { JobSteering } from "./job";
import { createSteering } from "./steering";

/** Why an evaluation is stopped while it goes. */
export type EvaluationStopReason = "pause" | "cancel" | "lease-lost";

/** What a heartbeat brings back of an evaluation: what a person asked for meanwhile. */
export interface HeldEvaluation {
  readonly status: JobStatus;
}

/** Holds one evaluation at work to what people ask of it: a cancel ends it at once, a pause lets samples in flight end. */
export function steerEvaluation(
  evaluationId: string,
  clock: Clock,
): JobSteering<HeldEvaluation, EvaluationStopReason> {
  const steering = createSteering<EvaluationStopReason>(evaluationId, clock);
  return {
    signal: steering.signal,
    steer(model) {
      steering.add(model, null);
      return model;
    },
    heed(held) {
      if (held === null) steering.interrupt("lease-lost");
      else if (held.status === "cancelling") steering.interrupt("cancel");
      else if (held.status === "pausing") steering.drain("pause", PAUSE_GRACE_MS);
    },
    stopped: () => steering.stopped(),
    end: () => {
      steering.end();
    },
  };
}
