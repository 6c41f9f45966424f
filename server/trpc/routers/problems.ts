import { importHuggingFace } from "@/server/problems/hugging-face.service";
import { importFile } from "@/server/problems/import-file.service";
import { importSources } from "@/server/problems/import-sources.service";
import { getSet, listSets, removeSet } from "@/server/problems/problem-sets.service";
import {
  generateStarterSchema,
  importFileSchema,
  importHuggingFaceSchema,
  listProblemsSchema,
  problemIdSchema,
  setIdSchema,
} from "@/server/problems/problems.schema";
import { getProblem, listProblems } from "@/server/problems/problems.service";
import { importStarter } from "@/server/problems/starter.service";
import { procedures, router } from "../init";
import { overlapRouter } from "./overlap";

const { reader, runner } = procedures;

export const problemsRouter = router({
  overlap: overlapRouter,
  sets: router({
    list: reader.query(({ ctx }) => listSets(ctx)),
    get: reader.input(setIdSchema).query(({ ctx, input }) => getSet(ctx, input.setId)),
    remove: runner.input(setIdSchema).mutation(({ ctx, input }) => removeSet(ctx, input.setId)),
  }),
  list: reader.input(listProblemsSchema).query(({ ctx, input }) => listProblems(ctx, input)),
  get: reader.input(problemIdSchema).query(({ ctx, input }) => getProblem(ctx, input.problemId)),
  sources: reader.query(({ ctx }) => importSources(ctx)),
  importFile: runner.input(importFileSchema).mutation(({ ctx, input }) => importFile(ctx, input)),
  importHuggingFace: runner
    .input(importHuggingFaceSchema)
    .mutation(({ ctx, input }) => importHuggingFace(ctx, input)),
  generateStarter: runner
    .input(generateStarterSchema)
    .mutation(({ ctx, input }) => importStarter(ctx, input)),
});
