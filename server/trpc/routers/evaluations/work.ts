import { tracked } from "@trpc/server";
import { evaluationIdSchema, launchEvaluationsSchema } from "@/server/evaluations/evaluations.schema";
import { estimateEvaluations } from "@/server/evaluations/work/estimate.service";
import { launchEvaluations } from "@/server/evaluations/work/launch.service";
import {
  cancelEvaluation,
  getEvaluation,
  pauseEvaluation,
  resumeEvaluation,
} from "@/server/evaluations/work/lifecycle.service";
import { listEvaluations } from "@/server/evaluations/work/list-evaluations.service";
import { removeEvaluation } from "@/server/evaluations/work/remove-evaluation.service";
import { retryFailedItems } from "@/server/evaluations/work/retry-failed.service";
import { watchEvaluation } from "@/server/evaluations/work/watch-evaluation";
import { listEvaluationsSchema, watchEvaluationSchema } from "@/server/evaluations/work/work.schema";
import { procedures } from "../../init";

const { reader, runner } = procedures;

export const workProcedures = {
  launch: runner
    .input(launchEvaluationsSchema)
    .mutation(({ ctx, input }) => launchEvaluations(ctx, input, ctx.actor.id)),
  estimate: reader
    .input(launchEvaluationsSchema)
    .query(({ ctx, input }) => estimateEvaluations(ctx.db, input)),
  pause: runner
    .input(evaluationIdSchema)
    .mutation(({ ctx, input }) => pauseEvaluation(ctx, input.evaluationId)),
  resume: runner
    .input(evaluationIdSchema)
    .mutation(({ ctx, input }) => resumeEvaluation(ctx, input.evaluationId)),
  cancel: runner
    .input(evaluationIdSchema)
    .mutation(({ ctx, input }) => cancelEvaluation(ctx, input.evaluationId)),
  remove: runner
    .input(evaluationIdSchema)
    .mutation(({ ctx, input }) => removeEvaluation(ctx, input.evaluationId)),
  retryFailed: runner
    .input(evaluationIdSchema)
    .mutation(({ ctx, input }) => retryFailedItems(ctx, input.evaluationId)),
  get: reader.input(evaluationIdSchema).query(({ ctx, input }) => getEvaluation(ctx.db, input.evaluationId)),
  list: reader.input(listEvaluationsSchema).query(({ ctx, input }) => listEvaluations(ctx.db, input)),
  watch: reader.input(watchEvaluationSchema).subscription(async function* ({ ctx, input, signal }) {
    const { evaluationId, lastEventId } = input;
    const ended = signal ?? new AbortController().signal;
    const updates = watchEvaluation(ctx, { evaluationId, afterId: lastEventId }, ended);
    for await (const { id, update } of updates) yield tracked(String(id), update);
  }),
};
