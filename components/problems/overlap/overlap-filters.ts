import { parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { MATCH_KINDS, MATCH_STATES, type ListMatches } from "@/server/problems/contamination.schema";

/** The filters of a set's overlap page as they stand in its URL. */
export const overlapFilterParsers = {
  kind: parseAsStringLiteral(MATCH_KINDS),
  /** The benchmark, or for a benchmark the set that trains. */
  with: parseAsString,
  state: parseAsStringLiteral(MATCH_STATES),
  page: parseAsInteger.withDefault(1),
};

export interface OverlapFilters {
  readonly kind: ListMatches["kind"];
  readonly with: string | null;
  readonly state: ListMatches["state"];
  readonly page: number;
}

/** What to ask for; the page on the server and the one in the browser must ask the same. */
export function toMatchesInput(setId: string, filters: OverlapFilters): ListMatches {
  const { kind, with: otherId, state, page } = filters;
  return { setId, kind, otherId: otherId === "" ? null : otherId, state, page: Math.max(1, page) };
}
