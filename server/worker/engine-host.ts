import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { models } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import type { Logger } from "@/server/foundation/logger";
import { createDispatcher } from "@/server/models/dispatcher";
import { EngineError } from "@/server/models/engine";
import { modelIdentity } from "@/server/models/model-identity";
import type { ModelRow } from "@/server/models/models.repo";
import { openReplicas } from "@/server/models/open-replicas";
import { replicatedEngine } from "@/server/models/replicated-engine";
import { watchEngineHealth } from "@/server/models/engine-health";
import type { OpenedModel } from "@/server/models/opened-model";

/** Keeps one dispatcher a model, over all of its servers, however many runs ask for it. */
export interface EngineHost {
  /** @throws EngineError when the model cannot be opened; the next call tries again. */
  acquire(modelId: string): Promise<OpenedModel>;
  /** Says that whoever acquired it is done with it. */
  release(model: OpenedModel): void;
  /** Closes what nobody uses and whose entry was changed or removed; the next `acquire` opens the entry as it is now. */
  closeOutdated(): Promise<void>;
  close(): Promise<void>;
}

interface HostDeps {
  readonly db: Db;
  readonly env: Env;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Hosted {
  readonly modelId: string;
  /** What the entry said when it was opened. */
  readonly settings: string;
  readonly opening: Promise<OpenedModel>;
  users: number;
}

export function createEngineHost(deps: HostDeps): EngineHost {
  const hosted = new Set<Hosted>();
  const rowOf = (modelId: string): ModelRow | undefined =>
    deps.db.select().from(models).where(eq(models.id, modelId)).get();

  async function open(row: ModelRow): Promise<OpenedModel> {
    const replicas = await openReplicas(row, { ...deps, calibrate: true });
    return {
      id: row.id,
      identity: modelIdentity(row),
      engine: replicatedEngine(replicas),
      dispatcher: createDispatcher(replicas, deps),
      health: watchEngineHealth(),
    };
  }

  function host(row: ModelRow): Hosted {
    const one: Hosted = { modelId: row.id, settings: settingsOf(row), opening: open(row), users: 0 };
    hosted.add(one);
    one.opening.catch(() => hosted.delete(one));
    return one;
  }

  return {
    async acquire(modelId) {
      const row = rowOf(modelId);
      if (row === undefined) throw new EngineError("model-missing", `There is no model ${modelId} any more.`);
      const settings = settingsOf(row);
      const known = [...hosted].find((one) => one.modelId === modelId && one.settings === settings);
      const one = known ?? host(row);
      one.users += 1;
      return await one.opening;
    },
    release(model) {
      for (const one of hosted) one.opening.then((opened) => (one.users -= opened === model ? 1 : 0), ignore);
    },
    async closeOutdated() {
      for (const one of hosted) {
        const row = rowOf(one.modelId);
        if (one.users > 0 || (row !== undefined && settingsOf(row) === one.settings)) continue;
        hosted.delete(one);
        await one.opening.then(({ engine }) => engine.close(), ignore);
      }
    },
    async close() {
      for (const one of await Promise.allSettled([...hosted].map(({ opening }) => opening))) {
        if (one.status === "fulfilled") await one.value.engine.close();
      }
    },
  };
}

/**
 * Everything that a person can change of an entry and that its engine was opened with. Not the hash of the file: that may
 * become known while the engine runs, and the file stays the same.
 */
function settingsOf(row: ModelRow): string {
  const { kind, filePath, fileBytes, script, baseUrl, remoteName } = row;
  const { apiKey, maxConcurrency, replicas, binaryPath } = row;
  const what = [kind, filePath, fileBytes, script, baseUrl, remoteName];
  return JSON.stringify([what, apiKey, maxConcurrency, replicas, binaryPath]);
}

function ignore(): void {
  // An engine that could not be opened has told whoever asked for it.
}
