import type { Db } from "@/db/client";
import type { MatchState } from "../contamination.schema";
import { matchesOf, newestDecisions, type MatchRow } from "./matches.repo";

export interface StandingMatch extends MatchRow {
  readonly state: MatchState;
}

/**
 * How each match stands: as its newest decision says. Leaving a problem out settles all of its matches that nobody waived,
 * also one that is found later: what never trains cannot spoil another benchmark.
 */
export function standingMatches(db: Db, setId: string | null): StandingMatch[] {
  const matches = matchesOf(db, setId);
  const decisions = newestDecisions(db, setId);
  const leftOut = new Set(
    matches.filter(({ id }) => decisions.get(id) === "leave-out").map(({ problemId }) => problemId),
  );
  return matches.map((match) => {
    if (decisions.get(match.id) === "waive") return { ...match, state: "waived" };
    return { ...match, state: leftOut.has(match.problemId) ? "left-out" : "open" };
  });
}
