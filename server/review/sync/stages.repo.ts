import { asc, gt, max } from "drizzle-orm";
import { runEvents } from "@/db/schema";
import type { Reads } from "../review-context";

/** Events read in one go. */
const EVENTS_AT_ONCE = 200;

/** Problems of which a stage was stored since the event `after`, each once, and the event up to which that is. */
export function readFinishedStages(db: Reads, after: number) {
  const events = db
    .select({
      id: runEvents.id,
      kind: runEvents.kind,
      runId: runEvents.runId,
      problemId: runEvents.problemId,
    })
    .from(runEvents)
    .where(gt(runEvents.id, after))
    .orderBy(asc(runEvents.id))
    .limit(EVENTS_AT_ONCE)
    .all();
  const problems = new Map<string, { readonly runId: string; readonly problemId: string }>();
  for (const { kind, runId, problemId } of events) {
    if (kind === "stage-finished" && problemId !== null)
      problems.set(`${runId}/${problemId}`, { runId, problemId });
  }
  return { problems: [...problems.values()], upTo: events.at(-1)?.id ?? after };
}

/** The newest event of any run; 0 before the first. */
export function newestEvent(db: Reads): number {
  return (
    db
      .select({ id: max(runEvents.id) })
      .from(runEvents)
      .get()?.id ?? 0
  );
}
