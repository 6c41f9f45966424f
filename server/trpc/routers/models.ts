import { listTrainingRuns } from "@/server/models/models.repo";
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
  removeModelSchema,
  setLineageSchema,
} from "@/server/models/models.schema";
import {
  getModel,
  listFamilies,
  listModels,
  measureAgain,
  startDownload,
  stopDownload,
} from "@/server/models/models.service";
import { removeModel } from "@/server/models/remove-model.service";
import { setLineage } from "@/server/models/set-lineage.service";
import { testModel } from "@/server/models/test-model.service";
import { procedures, router } from "../init";

const { reader, runner, admin } = procedures;

export const modelsRouter = router({
  list: reader.query(({ ctx }) => listModels(ctx)),
  families: reader.query(({ ctx }) => listFamilies(ctx)),
  get: reader.input(modelIdSchema).query(({ ctx, input }) => getModel(ctx, input.id)),
  addEmbedded: runner.input(addEmbeddedSchema).mutation(({ ctx, input }) => addEmbedded(ctx, input)),
  addOpenAi: admin.input(addOpenAiSchema).mutation(({ ctx, input }) => addOpenAi(ctx, input)),
  addPrm: admin.input(addPrmSchema).mutation(({ ctx, input }) => addPrm(ctx, input)),
  addLlamaServer: admin.input(addLlamaServerSchema).mutation(({ ctx, input }) => addLlamaServer(ctx, input)),
  llamaServerProgram: reader.query(() => findProgram()),
  llamaServerState: reader.input(modelIdSchema).query(({ ctx, input }) => llamaServerState(ctx, input.id)),
  edit: admin.input(editModelSchema).mutation(({ ctx, input }) => editModel(ctx, input)),
  addScripted: runner.input(addScriptedSchema).mutation(({ ctx, input }) => addScripted(ctx, input)),
  startDownload: runner.input(modelIdSchema).mutation(({ ctx, input }) => startDownload(ctx, input.id)),
  stopDownload: runner.input(modelIdSchema).mutation(({ ctx, input }) => stopDownload(ctx, input.id)),
  measureAgain: runner.input(modelIdSchema).mutation(({ ctx, input }) => measureAgain(ctx, input.id)),
  trainingRuns: reader.query(({ ctx }) => listTrainingRuns(ctx.db)),
  setLineage: runner.input(setLineageSchema).mutation(({ ctx, input }) => setLineage(ctx, input)),
  remove: admin.input(removeModelSchema).mutation(({ ctx, input }) => removeModel(ctx, input)),
  test: runner.input(modelIdSchema).mutation(({ ctx, input }) => testModel(ctx, input.id)),
});
