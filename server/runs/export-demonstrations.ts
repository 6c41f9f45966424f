import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { demonstrations, runProblems } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { getRun } from "./runs.service";

const PROBLEMS_AT_ONCE = 200;

/**
 * A rejection-sampling run's verified solutions as JSON lines, in bounded memory: TRL's prompt-completion format, which
 * `SFTTrainer` takes and whose loss is on the completion alone.
 * @throws AppError when there is no such run, or a rendered prompt is missing
 */
export function* exportDemonstrations(db: Db, runId: string): Generator<string> {
  getRun(db, runId);
  let afterPosition = -1;
  for (;;) {
    const batch = demonstrationsOfNextProblems(db, { runId, afterPosition });
    if (batch.length === 0) return;
    for (const { prompt, completion, position } of batch) {
      if (prompt === null) throw new AppError("conflict", "A problem of the run has no rendered prompt.");
      yield `${JSON.stringify({ prompt, completion })}\n`;
      afterPosition = position;
    }
  }
}

function demonstrationsOfNextProblems(db: Db, params: { runId: string; afterPosition: number }) {
  const { runId, afterPosition } = params;
  const next = db
    .selectDistinct({ position: runProblems.position })
    .from(runProblems)
    .innerJoin(
      demonstrations,
      and(eq(demonstrations.runId, runProblems.runId), eq(demonstrations.problemId, runProblems.problemId)),
    )
    .where(and(eq(runProblems.runId, runId), gt(runProblems.position, afterPosition)))
    .orderBy(asc(runProblems.position))
    .limit(PROBLEMS_AT_ONCE)
    .all();
  const last = next.at(-1)?.position;
  if (last === undefined) return [];
  return db
    .select({
      prompt: runProblems.renderedPrompt,
      completion: demonstrations.completion,
      position: runProblems.position,
    })
    .from(demonstrations)
    .innerJoin(
      runProblems,
      and(eq(runProblems.runId, demonstrations.runId), eq(runProblems.problemId, demonstrations.problemId)),
    )
    .where(
      and(
        eq(demonstrations.runId, runId),
        gt(runProblems.position, afterPosition),
        lte(runProblems.position, last),
      ),
    )
    .orderBy(asc(runProblems.position), asc(demonstrations.position))
    .all();
}
