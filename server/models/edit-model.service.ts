import { AppError } from "@/server/foundation/errors";
import { checkProgram } from "./add-llama-server.service";
import { nameTaken } from "./add-models.service";
import { checkAddress, checkReplicas } from "./check-address";
import { viewOf, type ModelView } from "./model-view";
import type { ModelsContext } from "./models-context";
import { countRunsOfModel, findModelByName, updateModel, type ModelRow, type NewModel } from "./models.repo";
import type { EditModel } from "./models.schema";
import { requireModel } from "./models.service";
import { addressesOf } from "./probe-replicas";
import { testModel } from "./test-model.service";

/**
 * Changes an entry and keeps its id, so that runs go on naming it. Where it is asked differently now, it is tested at once.
 * @throws AppError that names the field: a taken name, an address that is none, a key that would go to another server, another model
 * under the name that runs have used
 */
export async function editModel(ctx: ModelsContext, input: EditModel): Promise<ModelView> {
  const row = requireModel(ctx, input.id);
  const change: Partial<NewModel> = {
    ...nameChange(ctx, row, input),
    ...(await programChange(row, input)),
    ...connectionChange(ctx, row, input),
  };
  if (Object.keys(change).length === 0) return viewOf(row);
  const asksDifferently = Object.keys(change).some((field) => field !== "name" && field !== "maxConcurrency");
  const reset = asksDifferently && row.kind !== "embedded" ? { capabilities: null } : {};
  updateModel(ctx.db, row.id, { ...change, ...reset });
  return asksDifferently ? (await testModel(ctx, row.id)).model : viewOf(requireModel(ctx, row.id));
}

function nameChange({ db }: ModelsContext, row: ModelRow, { name }: EditModel): Partial<NewModel> {
  if (name === undefined || name === row.name) return {};
  if (findModelByName(db, name) !== null) throw nameTaken(name);
  return { name };
}

async function programChange(row: ModelRow, { binaryPath }: EditModel): Promise<Partial<NewModel>> {
  if (row.kind !== "llama-server" || binaryPath === undefined) return {};
  const program = await checkProgram(binaryPath);
  return program === row.binaryPath ? {} : { binaryPath: program };
}

function connectionChange(ctx: ModelsContext, row: ModelRow, input: EditModel): Partial<NewModel> {
  const { apiKey, maxConcurrency } = input;
  const change: Partial<NewModel> = {};
  if (maxConcurrency !== undefined && maxConcurrency !== row.maxConcurrency)
    change.maxConcurrency = maxConcurrency;
  if (row.kind !== "openai" && row.kind !== "prm") return change;
  if (input.remoteName !== undefined && input.remoteName !== row.remoteName)
    change.remoteName = otherModel(ctx, row, input.remoteName);
  const baseUrl = checkAddress("baseUrl", input.baseUrl ?? row.baseUrl ?? "");
  if (baseUrl !== row.baseUrl) change.baseUrl = baseUrl;
  if (row.kind === "openai") {
    const replicas = checkReplicas(baseUrl, input.replicas ?? row.replicas ?? []);
    if (JSON.stringify(replicas) !== JSON.stringify(row.replicas)) change.replicas = replicas;
  }
  if (apiKey !== undefined) change.apiKey = apiKey;
  else requireKeyForNewServers(row, change);
  return change;
}

/** Runs say by the entry which model they asked; another one needs an entry of its own. */
function otherModel({ db }: ModelsContext, row: ModelRow, remoteName: string): string {
  if (countRunsOfModel(db, row.id) === 0) return remoteName;
  const message = `Runs have used this entry as ${row.remoteName ?? "another model"}.`;
  const fix = "Leave the name on the server as it is, and add the other model as an entry of its own.";
  throw new AppError("conflict", message, { field: "remoteName", fix });
}

/** A stored key goes to the servers that it was given for, unless it is given again. */
function requireKeyForNewServers(row: ModelRow, change: Partial<NewModel>): void {
  if (row.apiKey === null) return;
  const known = new Set(addressesOf(row).map((address) => new URL(address).origin));
  const { baseUrl = row.baseUrl, replicas = row.replicas } = change;
  const next = addressesOf({ baseUrl, replicas });
  const unknown = next.find((address) => !known.has(new URL(address).origin));
  if (unknown === undefined) return;
  const message = `The stored key was not given for ${new URL(unknown).origin}.`;
  throw new AppError("invalid-input", message, { field: "apiKey", fix: "Give the key again." });
}
