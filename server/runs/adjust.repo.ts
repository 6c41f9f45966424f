import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runs } from "@/db/schema";
import type { LaunchRun, RunStatus } from "./runs.schema";

/** What of a launch may change later. */
export type Adjustable = Pick<LaunchRun, "tokenBudget" | "timeBudgetMinutes" | "maxInFlight" | "priority">;
export type Adjustment = { readonly [Field in keyof Adjustable]?: Adjustable[Field] | undefined };

/** Writes single fields of the launch, whatever else changes it meanwhile; false: the run is in none of `from`. */
export function adjustLaunch(
  db: Pick<Db, "update">,
  params: { runId: string; from: readonly RunStatus[]; change: Adjustment },
): boolean {
  const { runId, from, change } = params;
  const fields = Object.entries(change).filter(([, value]) => value !== undefined);
  const parts = fields.map(([field, value]) => sql`, ${`$.${field}`}, json(${JSON.stringify(value)})`);
  const { changes } = db
    .update(runs)
    .set({
      launch: sql`json_set(${runs.launch}${sql.join(parts)})`,
      ...(change.priority === undefined ? {} : { priority: change.priority }),
    })
    .where(and(eq(runs.id, runId), inArray(runs.status, [...from])))
    .run();
  return changes === 1;
}
