import { parseAsBoolean, parseAsInteger, parseAsString } from "nuqs/server";
import type { ListProblems } from "@/server/problems/problems.schema";

/** The filters of a set's page as they stand in its URL. */
export const problemFilterParsers = {
  q: parseAsString.withDefault(""),
  level: parseAsString.withDefault(""),
  subject: parseAsString.withDefault(""),
  overlap: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
};

export interface ProblemFilters {
  readonly q: string;
  readonly level: string;
  readonly subject: string;
  readonly overlap: boolean;
  readonly page: number;
}

/** What to ask for; the page on the server and the one in the browser must ask the same. */
export function toListInput(
  setId: string,
  { q, level, subject, overlap, page }: ProblemFilters,
): ListProblems {
  return {
    setId,
    search: q.slice(0, 200),
    level: level === "" ? null : level,
    subject: subject === "" ? null : subject,
    overlap,
    page: Math.max(1, page),
  };
}
