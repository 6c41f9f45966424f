import { sql, type SQL } from "drizzle-orm";

/** What a ruling looks at of one sample, under the grader in question. */
export interface RuledSample {
  readonly problemId: string;
  /** The answer as the grader read it. */
  readonly extracted: string | null;
  readonly callId: string;
  /** 0-based place in the call's samples. */
  readonly sampleIndex: number;
}

/**
 * What a ruling on a sample is about, among the rulings of its problem. An answer that was found is that answer, whoever gave
 * it. Where none was found there is no answer to rule on but the one response: with one key for all of them, the
 * first that a person calls right would make every truncated response right.
 */
export function answerKey({ extracted, callId, sampleIndex }: Omit<RuledSample, "problemId">): string {
  return extracted ?? `none:${callId}/${String(sampleIndex)}`;
}

/** The same of a row of `evaluation_verdicts`, named `verdicts` in the query. */
export function answerKeyOf(verdicts: SQL): SQL {
  return sql`coalesce(${verdicts}.extracted, 'none:' || ${verdicts}.call_id || '/' || ${verdicts}.sample_index)`;
}
