import { evaluationIdSchema } from "@/server/evaluations/evaluations.schema";
import { readFailures } from "@/server/evaluations/reading/failures.service";
import { readItem } from "@/server/evaluations/reading/item.service";
import { listItems } from "@/server/evaluations/reading/items.service";
import { readModelCall } from "@/server/evaluations/reading/model-call.service";
import { evaluationsOfProblem } from "@/server/evaluations/reading/problem-evaluations.service";
import {
  listItemsSchema,
  readItemSchema,
  readModelCallSchema,
} from "@/server/evaluations/reading/reading.schema";
import { problemIdSchema } from "@/server/problems/problems.schema";
import { procedures } from "../../init";

const { reader } = procedures;

export const readingProcedures = {
  items: reader.input(listItemsSchema).query(({ ctx, input }) => listItems(ctx.db, input)),
  item: reader.input(readItemSchema).query(({ ctx, input }) => readItem(ctx.db, input)),
  modelCall: reader.input(readModelCallSchema).query(({ ctx, input }) => readModelCall(ctx.db, input)),
  failures: reader
    .input(evaluationIdSchema)
    .query(({ ctx, input }) => readFailures(ctx.db, input.evaluationId)),
  ofProblem: reader
    .input(problemIdSchema)
    .query(({ ctx, input }) => evaluationsOfProblem(ctx.db, input.problemId)),
};
