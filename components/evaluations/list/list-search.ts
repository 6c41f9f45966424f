import {
  createLoader,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { EVALUATION_SORTS } from "@/server/evaluations/work/work.schema";
import { JOB_STATUSES } from "@/server/jobs/jobs.schema";

/** What of the list is in the URL; page and server read it alike. */
export const evaluationListParsers = {
  model: parseAsString,
  benchmark: parseAsString,
  status: parseAsStringLiteral(JOB_STATUSES),
  /** Launched together. */
  batch: parseAsString,
  sort: parseAsStringLiteral(EVALUATION_SORTS).withDefault("newest"),
  page: parseAsInteger.withDefault(1),
};

export const loadEvaluationListSearch = createLoader(evaluationListParsers);

export type EvaluationListSearch = inferParserType<typeof evaluationListParsers>;

/** Whether a person looks for something. */
export function isFiltered({ model, benchmark, status, batch }: EvaluationListSearch): boolean {
  return model !== null || benchmark !== null || status !== null || batch !== null;
}

/** The query of the page. */
export function evaluationListInput({ model, benchmark, status, batch, sort, page }: EvaluationListSearch) {
  return {
    modelId: model,
    benchmarkId: benchmark,
    batchId: batch,
    status: status === null ? [] : [status],
    sort,
    page: Math.max(1, page),
  };
}
