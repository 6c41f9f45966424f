import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { models } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import type { Logger } from "@/server/foundation/logger";
import { createDispatcher } from "@/server/models/dispatcher";
import { EngineError } from "@/server/models/engine";
import { modelIdentity } from "@/server/models/model-identity";
import { openReplicas } from "@/server/models/open-replicas";
import { replicatedEngine } from "@/server/models/replicated-engine";
import { watchEngineHealth } from "@/server/runs/engine-health";
import type { OpenedModel } from "@/server/runs/execute-run";

/** Keeps one dispatcher a model, over all of its servers, however many runs ask for it. */
export interface EngineHost {
  /** @throws EngineError when the model cannot be opened; the next call tries again. */
  acquire(modelId: string): Promise<OpenedModel>;
  close(): Promise<void>;
}

interface HostDeps {
  readonly db: Db;
  readonly env: Env;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createEngineHost(deps: HostDeps): EngineHost {
  const opened = new Map<string, Promise<OpenedModel>>();

  async function open(modelId: string): Promise<OpenedModel> {
    const row = deps.db.select().from(models).where(eq(models.id, modelId)).get();
    if (row === undefined) throw new EngineError("model-missing", `There is no model ${modelId} any more.`);
    const replicas = await openReplicas(row, { ...deps, calibrate: true });
    return {
      id: modelId,
      identity: modelIdentity(row),
      engine: replicatedEngine(replicas),
      dispatcher: createDispatcher(replicas, deps),
      health: watchEngineHealth(),
    };
  }

  return {
    acquire(modelId) {
      const known = opened.get(modelId);
      if (known !== undefined) return known;
      const opening = open(modelId);
      opened.set(modelId, opening);
      opening.catch(() => opened.delete(modelId));
      return opening;
    },
    async close() {
      for (const one of await Promise.allSettled(opened.values())) {
        if (one.status === "fulfilled") await one.value.engine.close();
      }
    },
  };
}
