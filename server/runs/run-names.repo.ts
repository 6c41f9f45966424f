import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "@/db/client";
import { models, problemSets, runs } from "@/db/schema";

/** What a run works with, by name: its models and its problem set. */
export interface RunNames {
  readonly policy: string;
  readonly smallModel: string | null;
  readonly problemSet: string;
}

export function findRunNames(db: Db, runId: string): RunNames | null {
  const policy = alias(models, "policy");
  const small = alias(models, "small");
  const found = db
    .select({ policy: policy.name, smallModel: small.name, problemSet: problemSets.name })
    .from(runs)
    .innerJoin(policy, eq(policy.id, runs.policyModelId))
    .leftJoin(small, eq(small.id, runs.smallModelId))
    .innerJoin(problemSets, eq(problemSets.id, runs.problemSetId))
    .where(eq(runs.id, runId))
    .get();
  return found ?? null;
}
