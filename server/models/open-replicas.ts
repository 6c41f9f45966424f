import type { NamedEngine } from "./dispatcher";
import { EngineError } from "./engine";
import { updateModel, type ModelRow } from "./models.repo";
import { openEngine, type OpenEngineDeps } from "./open-engine";
import { openServer } from "./openai/open-server";
import { probeReplicas } from "./probe-replicas";
import { statusAfter } from "./status-after";

/**
 * Opens every engine of a model: one, or one for each server of an entry with several. A server that is down is opened all the same,
 * since the dispatcher takes it in once it answers; one that is no replica of the others is left out.
 * @throws EngineError when none can be opened; the message says what to do
 */
export async function openReplicas(row: ModelRow, deps: OpenEngineDeps): Promise<readonly NamedEngine[]> {
  if (row.kind !== "openai" || (row.replicas ?? []).length === 0)
    return [{ name: row.baseUrl ?? row.name, engine: await openEngine(row, deps) }];
  try {
    const capabilities = await probeReplicas(row, deps.clock);
    updateModel(deps.db, row.id, { capabilities, status: "ready", statusDetail: null });
    const usable = (capabilities.replicas ?? []).filter(({ state }) => state !== "different");
    return await Promise.all(
      usable.map(async ({ baseUrl }) => ({
        name: baseUrl,
        engine: await openServer({ ...row, baseUrl, capabilities }, deps.clock),
      })),
    );
  } catch (error) {
    if (error instanceof EngineError) updateModel(deps.db, row.id, statusAfter(row, error));
    throw error;
  }
}
