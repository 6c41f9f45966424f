import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { readCoverage } from "./coverage.repo";

/** What one grader said of an answer on which graders differ. */
export interface DifferingVerdict {
  readonly evaluationId: string;
  readonly problemId: string;
  readonly callId: string;
  readonly sampleIndex: number;
  readonly graderVersion: string;
  readonly verdict: string;
  readonly extracted: string | null;
  readonly rule: string;
}

interface Remembered {
  readonly coverage: string;
  readonly verdicts: readonly DifferingVerdict[];
}

/** By connection and evaluation. A verdict never changes, so as long as there are as many they are the same. */
const remembered = new WeakMap<Db, Map<string, Remembered>>();

/**
 * All verdicts on the answers on which graders differ: right under one and wrong under another, or read as another answer
 * with another verdict.
 */
export function differingVerdicts(db: Db): DifferingVerdict[] {
  const graders = new Map<string, string[]>();
  for (const { evaluationId, graderVersion, verdicts } of readCoverage(db)) {
    const own = graders.get(evaluationId) ?? [];
    own.push(`${graderVersion} ${String(verdicts)}`);
    graders.set(evaluationId, own);
  }
  const before = remembered.get(db);
  const now = new Map<string, Remembered>();
  for (const [evaluationId, own] of graders) {
    if (own.length < 2) continue;
    const coverage = own.join();
    const known = before?.get(evaluationId);
    now.set(
      evaluationId,
      known?.coverage === coverage ? known : { coverage, verdicts: readDiffering(db, evaluationId) },
    );
  }
  remembered.set(db, now);
  return [...now.values()].flatMap(({ verdicts }) => verdicts);
}

function readDiffering(db: Db, evaluationId: string): DifferingVerdict[] {
  return db.all<DifferingVerdict>(sql`
    with own as materialized (
      select call_id, sample_index, problem_id, grader_version, verdict, extracted, rule
      from evaluation_verdicts where evaluation_id = ${evaluationId}
    ), differing as (
      select call_id, sample_index from own group by call_id, sample_index
      having min(verdict = 'correct') <> max(verdict = 'correct')
        or (count(distinct verdict) > 1 and count(distinct coalesce('=' || extracted, '')) > 1)
    )
    select ${evaluationId} evaluationId, problem_id problemId, call_id callId, sample_index sampleIndex,
      grader_version graderVersion, verdict, extracted, rule
    from own join differing using (call_id, sample_index)
    order by problem_id, call_id, sample_index`);
}
