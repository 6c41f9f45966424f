import { addLlamaServer } from "@/server/models/add-llama-server.service";
import { addEmbedded, addOpenAi, addPrm, addScripted } from "@/server/models/add-models.service";
import { findProgram, llamaServerState } from "@/server/models/llama-server-state.service";
import { editModel } from "@/server/models/edit-model.service";
import {
  addEmbeddedSchema,
  addLlamaServerSchema,
  addOpenAiSchema,
  addPrmSchema,
  addScriptedSchema,
  editModelSchema,
  modelIdSchema,
} from "@/server/models/models.schema";
import {
  getModel,
  listModels,
  measureAgain,
  removeModel,
  startDownload,
  stopDownload,
} from "@/server/models/models.service";
import { testModel } from "@/server/models/test-model.service";
import { procedure, router } from "../init";

export const modelsRouter = router({
  list: procedure.query(({ ctx }) => listModels(ctx)),
  get: procedure.input(modelIdSchema).query(({ ctx, input }) => getModel(ctx, input.id)),
  addEmbedded: procedure.input(addEmbeddedSchema).mutation(({ ctx, input }) => addEmbedded(ctx, input)),
  addOpenAi: procedure.input(addOpenAiSchema).mutation(({ ctx, input }) => addOpenAi(ctx, input)),
  addPrm: procedure.input(addPrmSchema).mutation(({ ctx, input }) => addPrm(ctx, input)),
  addLlamaServer: procedure
    .input(addLlamaServerSchema)
    .mutation(({ ctx, input }) => addLlamaServer(ctx, input)),
  llamaServerProgram: procedure.query(() => findProgram()),
  llamaServerState: procedure.input(modelIdSchema).query(({ ctx, input }) => llamaServerState(ctx, input.id)),
  edit: procedure.input(editModelSchema).mutation(({ ctx, input }) => editModel(ctx, input)),
  addScripted: procedure.input(addScriptedSchema).mutation(({ ctx, input }) => addScripted(ctx, input)),
  startDownload: procedure.input(modelIdSchema).mutation(({ ctx, input }) => startDownload(ctx, input.id)),
  stopDownload: procedure.input(modelIdSchema).mutation(({ ctx, input }) => stopDownload(ctx, input.id)),
  measureAgain: procedure.input(modelIdSchema).mutation(({ ctx, input }) => measureAgain(ctx, input.id)),
  remove: procedure.input(modelIdSchema).mutation(({ ctx, input }) => removeModel(ctx, input.id)),
  test: procedure.input(modelIdSchema).mutation(({ ctx, input }) => testModel(ctx, input.id)),
});
