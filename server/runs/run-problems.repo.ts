import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { problems, runProblems } from "@/db/schema";

export interface OpenProblem {
  readonly row: typeof problems.$inferSelect;
  readonly position: number;
}

const PAGE = 64;

/** The run's problems that are not done, in order, read a page at a time: 20,000 need no more memory than 200. */
export function openProblems(db: Db, runId: string): { next(): OpenProblem | null } {
  let page: OpenProblem[] = [];
  let after = -1;
  return {
    next() {
      if (page.length === 0) {
        page = db
          .select({ row: problems, position: runProblems.position })
          .from(runProblems)
          .innerJoin(problems, eq(problems.id, runProblems.problemId))
          .where(
            and(
              eq(runProblems.runId, runId),
              inArray(runProblems.status, ["waiting", "active"]),
              gt(runProblems.position, after),
            ),
          )
          .orderBy(asc(runProblems.position))
          .limit(PAGE)
          .all();
      }
      const problem = page.shift() ?? null;
      if (problem !== null) after = problem.position;
      return problem;
    },
  };
}

/** Whether a run has problems that are neither done nor failed. */
export function hasOpenProblems(db: Pick<Db, "select">, runId: string): boolean {
  const open = db
    .select({ id: runProblems.problemId })
    .from(runProblems)
    .where(and(eq(runProblems.runId, runId), inArray(runProblems.status, ["waiting", "active"])))
    .limit(1)
    .get();
  return open !== undefined;
}
