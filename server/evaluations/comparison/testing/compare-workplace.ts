import { eq } from "drizzle-orm";
import { models } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import { createCallerFactory, router } from "@/server/trpc/init";
import { compareProcedures } from "@/server/trpc/routers/evaluations/compare";
import { insertBenchmark, insertModel, type ModelToInsert } from "../../testing/insert-benchmark";
import { insertEvaluated, type EvaluationToInsert } from "../../testing/insert-evaluation";

/** The comparison's procedures over a new database, and what it takes to fill that. */
export function compareWorkplace() {
  const { db } = openTestDatabase();
  const caller = createCallerFactory(router(compareProcedures))({
    db,
    clock: systemClock,
    env: readEnv({ NODE_ENV: "test", SPHERE_HOME: "/nonexistent" }),
    logger: createLogger("test", "silent"),
    actor: TEST_ADMIN,
  });
  return {
    db,
    caller,
    benchmark: (name: string, items: number): string => insertBenchmark(db, { name, items }),
    model: (id: string, change: Partial<ModelToInsert> = {}): string =>
      insertModel(db, { id, name: id, ...change }),
    /** Items are right where `right` says so; by their place. */
    evaluated: (
      modelId: string,
      benchmarkId: string,
      { right, ...change }: { readonly right: (item: number) => boolean } & Partial<EvaluationToInsert>,
    ): string => insertEvaluated(db, { modelId, benchmarkId, rounds: 50, ...change, right }),
    trainedOn: (modelId: string, runIds: readonly string[]): void => {
      db.update(models).set({ trainedOnRunIds: runIds }).where(eq(models.id, modelId)).run();
    },
  };
}
