import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "@/db/client";
import { contentId, sha256 } from "@/server/foundation/ids";
import type { ProblemsContext } from "../problems-context";
import { requireSet } from "../problem-sets.service";
import { setFingerprint } from "../set-fingerprint";
import { detect, DETECTOR_VERSION, type FoundMatch } from "./detect";
import { replaceCheck, statementsOf, type MatchRow } from "./matches.repo";
import { comparisonsOf, type Comparison } from "./pending-checks";
import { prepareText, type PreparedText } from "./prepare-text";
import { overlapOf, type OverlapSummary } from "./reading.service";

type CheckDeps = Pick<ProblemsContext, "db" | "clock">;

/** Problems read for comparison between two turns of the event loop. */
const TEXTS_A_TURN = 25;

/** The check that this process works on, for each database: one at a time, so that none is made twice. */
const working = new WeakMap<Db, Promise<void>>();

/**
 * Compares a set with every benchmark (a benchmark with every set that trains), where that was not done with both as they
 * are now. Takes seconds for thousands of problems, and lets others have a turn. What was found and decided stays.
 */
export function ensureChecked(deps: CheckDeps, setId: string): Promise<void> {
  const before = working.get(deps.db) ?? Promise.resolve();
  const check = before.catch(() => undefined).then(() => checkPending(deps, setId));
  working.set(deps.db, check);
  return check;
}

/** The same, for a person who waits for it. @throws AppError when there is no such set */
export async function compareNow(deps: CheckDeps, setId: string): Promise<OverlapSummary> {
  requireSet(deps, setId);
  await ensureChecked(deps, setId);
  return overlapOf(deps.db, setId);
}

async function checkPending(deps: CheckDeps, setId: string): Promise<void> {
  const pending = comparisonsOf(deps.db, setId).filter(({ current }) => !current);
  const prepared = new Map<string, Prepared>();
  for (const comparison of pending) await compare(deps, comparison, prepared);
}

interface Prepared {
  readonly texts: readonly PreparedText[];
  /** SHA-256 of each statement, by the problem's id. */
  readonly statements: ReadonlyMap<string, string>;
}

async function compare(
  { db, clock }: CheckDeps,
  comparison: Comparison,
  prepared: Map<string, Prepared>,
): Promise<void> {
  const { set, benchmark, setSha256, benchmarkSha256 } = comparison;
  const training = prepared.get(set.id) ?? (await prepare(db, set.id));
  const tested = prepared.get(benchmark.id) ?? (await prepare(db, benchmark.id));
  prepared.set(set.id, training).set(benchmark.id, tested);
  const found = await detect({ training: training.texts, benchmark: tested.texts, pause: nextTurn });
  const now = clock.now();
  const toRow = (match: FoundMatch): MatchRow => ({
    // Made of the texts too: a decision is about these words, not about whatever bears the same id later.
    id: contentId("mat", [
      match.problemId,
      training.statements.get(match.problemId),
      match.benchmarkProblemId,
      tested.statements.get(match.benchmarkProblemId),
    ]),
    setId: set.id,
    benchmarkId: benchmark.id,
    ...match,
    foundAt: now,
  });
  db.transaction(
    (tx) => {
      // A set that changed or went away meanwhile is compared again by whoever changed it.
      if (setFingerprint(tx, set.id) !== setSha256) return;
      if (setFingerprint(tx, benchmark.id) !== benchmarkSha256) return;
      const check = {
        setId: set.id,
        benchmarkId: benchmark.id,
        setSha256,
        benchmarkSha256,
        detectorVersion: DETECTOR_VERSION,
        checkedAt: now,
        matchCount: found.length,
      };
      replaceCheck(tx, check, found.map(toRow));
    },
    { behavior: "immediate" },
  );
}

async function prepare(db: Db, setId: string): Promise<Prepared> {
  const problems = statementsOf(db, setId);
  const texts: PreparedText[] = [];
  const statements = new Map<string, string>();
  for (const [index, problem] of problems.entries()) {
    texts.push(prepareText(problem));
    statements.set(problem.id, sha256(problem.statement));
    if (index % TEXTS_A_TURN === TEXTS_A_TURN - 1) await nextTurn();
  }
  return { texts, statements };
}
