import type { Db } from "@/db/client";
import type { MatchState } from "../contamination.schema";
import { matchesOf, newestDecisions, type MatchRow } from "./matches.repo";

export interface StandingMatch extends MatchRow {
  readonly state: MatchState;
}

/**
 * How each match stands: as its newest decision says. Leaving a problem out settles all of its matches that nobody waived, with
 * whichever benchmark, also one that is found later: what never trains cannot spoil another benchmark.
 */
export function standingMatches(db: Db, setId: string | null): StandingMatch[] {
  const matches = matchesOf(db, setId);
  const decisions = newestDecisions(db, setId);
  const waived = new Set(
    decisions.filter(({ decision }) => decision === "waive").map(({ matchId }) => matchId),
  );
  const leftOut = new Set(
    decisions.filter(({ decision }) => decision === "leave-out").map(({ problemId }) => problemId),
  );
  return matches.map((match) => {
    if (waived.has(match.id)) return { ...match, state: "waived" };
    return { ...match, state: leftOut.has(match.problemId) ? "left-out" : "open" };
  });
}
