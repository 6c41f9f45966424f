import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "@/db/client";
import { AppError, errorMessage } from "@/server/foundation/errors";
import { contentId } from "@/server/foundation/ids";
import { addBatch, type NumberedProblem } from "./add-batch";
import type { CheckedLine } from "./check-line";
import { ensureChecked } from "./contamination/check.service";
import { takeImportLock } from "./import-lock";
import { ImportTally } from "./import-tally";
import {
  findSet,
  findSetByName,
  forgetFingerprint,
  insertSet,
  updateSetProgress,
  type ProblemSetRow,
} from "./problem-sets.repo";
import type { ProblemsContext } from "./problems-context";
import { setFingerprint } from "./set-fingerprint";
import { WHOLE_FILE_LINE, type ImportReport, type SetKind, type SetStatus } from "./problems.schema";

/** The set an import goes into; it is made when it is not there. */
export interface ImportTarget {
  readonly name: string;
  readonly kind: SetKind;
  /** A file name, `owner/repo@revision`, or the starter's seed. */
  readonly source: string;
  readonly licence: string | null;
}

/** A problem as it comes from a file or a generator, with the line it stands on. */
export type Candidate = { readonly line: number } & CheckedLine;
type Candidates = AsyncIterable<Candidate> | Iterable<Candidate>;

const BATCH = 500;
/** Lines between two turns of the event loop, so that no page is kept waiting. */
const LINES_A_TURN = 25;

/**
 * Reads candidates into a set: good ones kept, bad ones reported by line, nothing twice. Batches are
 * committed as they come, so an interrupted import can simply be done again. The set is then compared with the benchmarks,
 * or as a benchmark with the sets that train.
 * @throws AppError when the set is being imported already or is of another kind.
 */
export async function importProblems(
  ctx: ProblemsContext,
  target: ImportTarget,
  candidates: Candidates,
): Promise<ImportReport> {
  const existing = findSetByName(ctx.db, target.name);
  if (existing !== null && existing.kind !== target.kind) throw otherKind(existing, target.kind);
  // Ids follow from names, so that the same file gets the same ids in any data folder.
  const setId = existing?.id ?? contentId("set", [target.name]);
  const lock = takeImportLock(ctx, setId);
  if (lock === null) throw busy(target.name);
  try {
    if (existing === null)
      insertSet(ctx.db, {
        id: setId,
        ...target,
        status: "importing",
        faults: [],
        createdAt: ctx.clock.now(),
      });
    const made = await readInto(
      { db: ctx.db, setId, tally: new ImportTally(), beat: lock.touch },
      candidates,
    );
    setFingerprint(ctx.db, setId);
    await ensureChecked(ctx, setId);
    return made;
  } finally {
    lock.release();
  }
}

interface Job {
  readonly db: Db;
  readonly setId: string;
  readonly tally: ImportTally;
  readonly beat: () => void;
}

async function readInto(job: Job, candidates: Candidates): Promise<ImportReport> {
  note(job, "importing");
  try {
    await readAll(job, candidates);
  } catch (thrown) {
    job.tally.fault(WHOLE_FILE_LINE, `The import stopped: ${errorMessage(thrown)} Import it again.`);
    note(job, "failed");
    throw thrown;
  }
  note(job, "ready");
  const row = findSet(job.db, job.setId);
  if (row === null)
    throw new AppError("conflict", "The set was removed while it was being imported.", {
      fix: "Import it again.",
    });
  // A set without a single problem is of no use to anyone; its faults say why.
  if (row.problemCount === 0) note(job, "failed");
  return report(row, job.tally);
}

async function readAll(job: Job, candidates: Candidates): Promise<void> {
  let batch: NumberedProblem[] = [];
  let read = 0;
  for await (const candidate of candidates) {
    read++;
    if (candidate.ok) batch.push({ line: candidate.line, problem: candidate.problem });
    else job.tally.fault(candidate.line, candidate.reason);
    if (read % BATCH === 0) {
      commit(job, batch);
      batch = [];
    }
    if (read % LINES_A_TURN === 0) await nextTurn();
  }
  if (read === 0) job.tally.fault(WHOLE_FILE_LINE, "The file holds no line of text.");
  commit(job, batch);
}

function commit(job: Job, problems: readonly NumberedProblem[]): void {
  job.beat();
  job.db.transaction(
    (tx) => {
      const before = job.tally.added;
      addBatch(tx, { setId: job.setId, problems, tally: job.tally });
      if (job.tally.added > before) forgetFingerprint(tx, job.setId);
      note({ ...job, db: tx }, "importing");
    },
    { behavior: "immediate" },
  );
}

function note({ db, setId, tally }: Job, status: SetStatus): void {
  updateSetProgress(db, setId, {
    status,
    duplicateCount: tally.duplicates,
    faultCount: tally.faultCount,
    faults: tally.faults,
  });
}

function report(row: ProblemSetRow, tally: ImportTally): ImportReport {
  return {
    setId: row.id,
    name: row.name,
    kind: row.kind,
    added: tally.added,
    duplicates: tally.duplicates,
    faultCount: tally.faultCount,
    faults: tally.faults,
    problemCount: row.problemCount,
  };
}

function otherKind(existing: ProblemSetRow, wanted: SetKind): AppError {
  return new AppError("conflict", `"${existing.name}" is a ${existing.kind} set, not a ${wanted} set.`, {
    field: "name",
    fix: "Choose another name for the new set.",
  });
}

function busy(name: string): AppError {
  return new AppError("conflict", `"${name}" is being imported right now.`, {
    fix: "Wait until that import has ended.",
  });
}
