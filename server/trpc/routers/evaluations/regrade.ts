import { listDisagreements, readDisagreement } from "@/server/evaluations/regrade/disagreements.service";
import { readGraders, rescoreEvaluations } from "@/server/evaluations/regrade/graders.service";
import {
  answerSchema,
  listDisagreementsSchema,
  rescoreSchema,
  settleSchema,
} from "@/server/evaluations/regrade/regrade.schema";
import { settleAnswer } from "@/server/evaluations/regrade/settle.service";
import { procedures } from "../../init";

const { reader, annotator, runner } = procedures;

export const regradeProcedures = {
  graders: reader.query(({ ctx }) => readGraders(ctx.db)),
  rescore: runner.input(rescoreSchema).mutation(({ ctx, input }) => rescoreEvaluations(ctx.db, input)),
  disagreements: reader
    .input(listDisagreementsSchema)
    .query(({ ctx, input }) => listDisagreements(ctx.db, input)),
  disagreement: reader.input(answerSchema).query(({ ctx, input }) => readDisagreement(ctx.db, input)),
  settle: annotator.input(settleSchema).mutation(({ ctx, input }) => settleAnswer(ctx, input, ctx.actor.id)),
};
