import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { grouped } from "@/server/foundation/grouped";

/** How many answers of an evaluation a grader has judged. */
export interface Coverage {
  readonly evaluationId: string;
  readonly graderVersion: string;
  readonly verdicts: number;
}

/** Of every evaluation and grader. An index holds all that is read. */
export function readCoverage(db: Pick<Db, "all">): Coverage[] {
  return db.all<Coverage>(sql`
    select evaluation_id evaluationId, grader_version graderVersion, count(*) verdicts
    from evaluation_verdicts group by evaluation_id, grader_version`);
}

/** Whether some answer has a verdict of another grader and none of this one. */
export function lacksVerdicts(
  db: Pick<Db, "all">,
  { evaluationId, graderVersion }: Omit<Coverage, "verdicts">,
): boolean {
  const [lacking] = db.all<{ found: number }>(sql`
    select 1 found from evaluation_verdicts other
    where other.evaluation_id = ${evaluationId} and other.grader_version <> ${graderVersion}
      and not exists (
        select 1 from evaluation_verdicts own
        where own.call_id = other.call_id and own.sample_index = other.sample_index
          and own.grader_version = ${graderVersion})
    limit 1`);
  return lacking !== undefined;
}

/** Evaluations with answers that a grader has not judged. */
export function evaluationsBehind(db: Pick<Db, "all">, graderVersion: string): string[] {
  const versions = grouped(readCoverage(db), ({ evaluationId }) => evaluationId);
  return [...versions].flatMap(([evaluationId, rows]) => {
    const own = rows.find((row) => row.graderVersion === graderVersion);
    if (own === undefined) return [evaluationId];
    if (rows.length === 1) return [];
    const fewer = rows.some(({ verdicts }) => verdicts > own.verdicts);
    return fewer || lacksVerdicts(db, { evaluationId, graderVersion }) ? [evaluationId] : [];
  });
}
