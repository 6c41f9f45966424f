import type { Db } from "@/db/client";
import { models, problems, problemSets } from "@/db/schema";
import type { LaunchRunInput } from "../runs.schema";

/** A training set of additions, a policy and a small model, all scripted. */
export interface Seeded {
  readonly setId: string;
  readonly policyId: string;
  readonly smallId: string;
}

/** Puts the least into a database that a run needs. */
export function seedForRuns(db: Db, params: { readonly problems: number }): Seeded {
  const seeded = { setId: "set_additions", policyId: "model_policy", smallId: "model_small" };
  db.insert(problemSets)
    .values({
      id: seeded.setId,
      name: "Additions",
      kind: "training",
      status: "ready",
      source: "test",
      problemCount: params.problems,
      faults: [],
      createdAt: 0,
    })
    .run();
  for (let position = 0; position < params.problems; position++) {
    db.insert(problems)
      .values({
        id: `problem_${position}`,
        setId: seeded.setId,
        externalId: String(position),
        position,
        statement: `Ann has ${position + 2} apples and buys ${position + 3} more. How many apples has she now?`,
        answer: String(2 * position + 5),
        fingerprint: `fingerprint-${position}`,
      })
      .run();
  }
  for (const [id, name] of [
    [seeded.policyId, "Scripted policy"],
    [seeded.smallId, "Scripted small model"],
  ] as const) {
    db.insert(models)
      .values({ id, name, kind: "scripted", status: "ready", script: "default", createdAt: 0 })
      .run();
  }
  return seeded;
}

/** What a person would send to launch a small run on the seeded rows. */
export function smallLaunch(seeded: Seeded, problemCount: number): LaunchRunInput {
  return {
    name: "Small run",
    policyModelId: seeded.policyId,
    smallModelId: seeded.smallId,
    problemSetId: seeded.setId,
    problemCount,
    seed: 1,
  };
}
