import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { demonstrations, runProblems } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { keptFromTraining } from "@/server/problems/contamination/gate";
import { getRun } from "./runs.service";

const PROBLEMS_AT_ONCE = 200;

/**
 * A rejection-sampling run's verified solutions as JSON lines, in bounded memory: TRL's prompt-completion format, which
 * `SFTTrainer` takes and whose loss is on the completion alone. Those of problems that a benchmark has, or nearly, are left
 * out, unless somebody waived that.
 * @throws AppError when there is no such run, or a rendered prompt is missing
 */
export function* exportDemonstrations(db: Db, runId: string): Generator<string> {
  const kept = keptFromTraining(db, getRun(db, runId).problemSetId);
  let afterPosition = -1;
  for (;;) {
    const batch = demonstrationsOfNextProblems(db, { runId, afterPosition });
    if (batch.length === 0) return;
    for (const { problemId, prompt, completion, position } of batch) {
      afterPosition = position;
      if (kept.has(problemId)) continue;
      if (prompt === null) throw new AppError("conflict", "A problem of the run has no rendered prompt.");
      yield `${JSON.stringify({ prompt, completion })}\n`;
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
      problemId: demonstrations.problemId,
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
