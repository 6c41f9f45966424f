import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { overlapCounts, type SetOverlap } from "./contamination/match-counts";
import { rulesOfSet, type RulesOfSet } from "./grading/rules-of-set";
import { isImporting } from "./import-lock";
import {
  countEvaluationsOnSet,
  deleteSet,
  failImportingSet,
  findSet,
  listSetRows,
  namesOfRunsOnSet,
  tally,
  type ProblemSetRow,
} from "./problem-sets.repo";
import type { ProblemsContext } from "./problems-context";
import { FAULTS_KEPT, WHOLE_FILE_LINE } from "./problems.schema";
import { setFingerprint } from "./set-fingerprint";

/** A set with its counts. */
export interface SetSummary extends ProblemSetRow {
  /** Problems in common with benchmarks (of a benchmark: with sets that train), or much alike; null where there are none. */
  readonly overlap: SetOverlap | null;
  readonly levels: readonly ValueCount[];
}

export interface SetDetail extends SetSummary {
  readonly subjects: readonly ValueCount[];
  /** SHA-256 of the items in order; null while they are being imported. */
  readonly itemsSha256: string | null;
  readonly rules: RulesOfSet;
  /** Names of the runs that use it; such a set cannot be removed. */
  readonly runNames: readonly string[];
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** All sets, oldest first, with their counts; the faults themselves come with one set only. */
export function listSets(ctx: ProblemsContext): SetSummary[] {
  markInterrupted(ctx);
  const overlaps = overlapCounts(ctx.db);
  const levels = tally(ctx.db, "level");
  return listSetRows(ctx.db).map((row) => ({
    ...row,
    faults: [],
    overlap: overlaps.get(row.id) ?? null,
    levels: toCounts(levels.filter((level) => level.setId === row.id)),
  }));
}

/** @throws AppError when there is no such set. */
export function getSet(ctx: ProblemsContext, setId: string): SetDetail {
  markInterrupted(ctx);
  const row = requireSet(ctx, setId);
  return {
    ...row,
    overlap: overlapCounts(ctx.db).get(setId) ?? null,
    itemsSha256: row.status === "importing" ? null : setFingerprint(ctx.db, setId),
    rules: rulesOfSet(ctx.db, row),
    levels: toCounts(tally(ctx.db, "level", setId)),
    subjects: toCounts(tally(ctx.db, "subject", setId)),
    runNames: namesOfRunsOnSet(ctx.db, setId),
  };
}

/** Removes a set and its problems. @throws AppError when a run or an evaluation uses it, or it is being imported. */
export function removeSet(ctx: ProblemsContext, setId: string): { readonly removed: string } {
  const row = requireSet(ctx, setId);
  if (isImporting(ctx, setId))
    throw new AppError("conflict", `"${row.name}" is being imported right now.`, {
      fix: "Wait until the import has ended.",
    });
  const removed = ctx.db.transaction(
    (tx) => {
      const evaluations = countEvaluationsOnSet(tx, setId);
      if (evaluations > 0) {
        throw new AppError(
          "conflict",
          `"${row.name}" is what ${evaluations === 1 ? "an evaluation stands" : `${String(evaluations)} evaluations stand`} on.`,
          { field: "setId", fix: "Keep the set, or remove those evaluations first." },
        );
      }
      const runNames = namesOfRunsOnSet(tx, setId);
      if (runNames.length === 0) return deleteSet(tx, setId);
      throw new AppError(
        "conflict",
        `"${row.name}" is used by ${runNames.length === 1 ? "the run" : `${runNames.length} runs, first by`} "${runNames[0]}".`,
        { fix: "Keep the set: what the runs found points to its problems." },
      );
    },
    { behavior: "immediate" },
  );
  if (!removed) throw noSuchSet(setId);
  return { removed: row.name };
}

export function requireSet(ctx: Pick<ProblemsContext, "db">, setId: string): ProblemSetRow {
  const row = findSet(ctx.db, setId);
  if (row === null) throw noSuchSet(setId);
  return row;
}

/**
 * Ends imports that nobody works on any more, with the way on. Without `isAlive` all of them: right when a
 * server starts. An importer of another process that still lives sets its row back with its next batch.
 */
export function failInterruptedImports(db: Db, isAlive: (setId: string) => boolean = () => false): void {
  for (const row of listSetRows(db)) {
    if (row.status !== "importing" || isAlive(row.id)) continue;
    const reason = `The app stopped during this import; ${row.problemCount} problems are in. Import again: it goes on from there, nothing is doubled.`;
    failImportingSet(db, row.id, [{ line: WHOLE_FILE_LINE, reason }, ...row.faults].slice(0, FAULTS_KEPT));
  }
}

const markInterrupted = (ctx: ProblemsContext): void =>
  failInterruptedImports(ctx.db, (setId) => isImporting(ctx, setId));

const numeric = new Intl.Collator("en", { numeric: true });

function toCounts(rows: readonly ValueCount[]): ValueCount[] {
  return rows
    .map(({ value, count }) => ({ value, count }))
    .toSorted((a, b) => numeric.compare(a.value, b.value));
}

function noSuchSet(setId: string): AppError {
  return new AppError("not-found", `There is no problem set ${setId}.`, {
    field: "setId",
    fix: "Go back to the list of sets.",
  });
}
