import type { Db } from "@/db/client";
import { lastEventId, noticesAfter } from "./notices.repo";

export type RunNotice = ReturnType<typeof noticesAfter>[number];

export interface Notices {
  /** To ask with the next time. */
  readonly cursor: number;
  /** Newest first, one a run. */
  readonly items: readonly RunNotice[];
}

/**
 * Runs that finished, or were paused by a budget, an engine or an error, since a cursor; null begins now. Cheap
 * enough for every page to ask every few seconds.
 */
export function notices(db: Db, since: number | null): Notices {
  const cursor = lastEventId(db);
  if (since === null || since >= cursor) return { cursor, items: [] };
  const seen = new Set<string>();
  const items = noticesAfter(db, { since, until: cursor }).filter(({ runId }) => {
    if (seen.has(runId)) return false;
    seen.add(runId);
    return true;
  });
  return { cursor, items };
}
