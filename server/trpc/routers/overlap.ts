import { decideMatchesSchema, listMatchesSchema } from "@/server/problems/contamination.schema";
import { compareNow } from "@/server/problems/contamination/check.service";
import { decideMatches } from "@/server/problems/contamination/decide.service";
import { listMatches, overlapOf } from "@/server/problems/contamination/reading.service";
import { setIdSchema } from "@/server/problems/problems.schema";
import { procedures, router } from "../init";

const { reader, runner } = procedures;

/** What sets that train have in common with benchmarks. */
export const overlapRouter = router({
  summary: reader.input(setIdSchema).query(({ ctx, input }) => overlapOf(ctx.db, input.setId)),
  matches: reader.input(listMatchesSchema).query(({ ctx, input }) => listMatches(ctx.db, input)),
  decide: runner
    .input(decideMatchesSchema)
    .mutation(({ ctx, input }) => decideMatches(ctx, input, ctx.actor)),
  compare: runner.input(setIdSchema).mutation(({ ctx, input }) => compareNow(ctx, input.setId)),
});
