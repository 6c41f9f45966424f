import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runProblems } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { diffLaunches, type LaunchDifference } from "./diff-launches";
import { findRunNames, type RunNames } from "./run-names.repo";
import { readOutcome, type RunOutcome } from "./run-outcome.repo";
import { runView, type RunView } from "./run-view";
import { findRun } from "./runs.repo";

export interface ComparedRun {
  readonly run: RunView;
  readonly names: RunNames | null;
  readonly outcome: RunOutcome;
}

export interface RunComparison {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  /** Settings that differ, `before` being a's. */
  readonly settings: readonly LaunchDifference[];
  /** What else differs and can decide the outcome: `graderVersion`, `promptVersion`. */
  readonly versions: readonly LaunchDifference[];
  /** Problems that both took. */
  readonly sharedProblems: number;
}

/** Two runs side by side: how they were set, and what came of it. */
export function compareRuns(db: Db, ids: { readonly a: string; readonly b: string }): RunComparison {
  const [a, b] = [compared(db, ids.a, "a"), compared(db, ids.b, "b")];
  const versions = (["graderVersion", "promptVersion"] as const).flatMap((path) => {
    const [before, after] = [a.run[path], b.run[path]];
    return before === after ? [] : [{ path, before, after }];
  });
  return {
    a,
    b,
    settings: diffLaunches(a.run.launch, b.run.launch),
    versions,
    sharedProblems: countShared(db, ids),
  };
}

function compared(db: Db, runId: string, field: "a" | "b"): ComparedRun {
  const row = findRun(db, runId);
  if (row === null) throw new AppError("not-found", `There is no run ${runId}.`, { field });
  return { run: runView(row), names: findRunNames(db, runId), outcome: readOutcome(db, row) };
}

function countShared(db: Db, { a, b }: { readonly a: string; readonly b: string }): number {
  const problemsOf = (runId: string) =>
    db.select({ id: runProblems.problemId }).from(runProblems).where(eq(runProblems.runId, runId));
  return problemsOf(a).intersect(problemsOf(b)).all().length;
}
