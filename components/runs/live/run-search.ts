import { createLoader, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { PROBLEM_STATUSES } from "@/server/runs/runs.schema";
import { BUCKETS } from "@/server/sphere/types";

const RUN_TABS = ["problems", "events", "errors", "settings"] as const;

/** What of the run page is kept in the URL; page and server read it alike. */
export const runSearch = {
  tab: parseAsStringLiteral(RUN_TABS).withDefault("problems"),
  status: parseAsStringLiteral(PROBLEM_STATUSES),
  bucket: parseAsStringLiteral(BUCKETS),
  /** Position of the problem after which the page begins. */
  after: parseAsInteger.withDefault(-1),
};

export const loadRunSearch = createLoader(runSearch);

/** Events read at once, with the page and on demand. */
export const EVENTS_FIRST = 200;

export const PROBLEMS_SHOWN = 50;

interface ProblemFilter {
  readonly status: (typeof PROBLEM_STATUSES)[number] | null;
  readonly bucket: (typeof BUCKETS)[number] | null;
  readonly after: number;
}

/** The query of one page of a run's problems. */
export function problemsInput(runId: string, { status, bucket, after }: ProblemFilter) {
  return { runId, limit: PROBLEMS_SHOWN, status, bucket, afterPosition: Math.max(-1, after) };
}
