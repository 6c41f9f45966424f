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
import { procedure, router } from "../init";

export const problemsRouter = router({
  sets: router({
    list: procedure.query(({ ctx }) => listSets(ctx)),
    get: procedure.input(setIdSchema).query(({ ctx, input }) => getSet(ctx, input.setId)),
    remove: procedure.input(setIdSchema).mutation(({ ctx, input }) => removeSet(ctx, input.setId)),
  }),
  list: procedure.input(listProblemsSchema).query(({ ctx, input }) => listProblems(ctx, input)),
  get: procedure.input(problemIdSchema).query(({ ctx, input }) => getProblem(ctx, input.problemId)),
  sources: procedure.query(({ ctx }) => importSources(ctx)),
  importFile: procedure.input(importFileSchema).mutation(({ ctx, input }) => importFile(ctx, input)),
  importHuggingFace: procedure
    .input(importHuggingFaceSchema)
    .mutation(({ ctx, input }) => importHuggingFace(ctx, input)),
  generateStarter: procedure
    .input(generateStarterSchema)
    .mutation(({ ctx, input }) => importStarter(ctx, input)),
});
