import type { Db } from "@/db/client";
import type { MatchState } from "../contamination.schema";
import { standingMatches, type StandingMatch } from "./match-states";

/** Matches by how they stand. */
export type MatchCounts = Readonly<Record<MatchState, number>>;

export interface SetOverlap extends MatchCounts {
  /** Problems of the set that no run takes. */
  readonly leftOutProblems: number;
}

/** For each set with matches, training or benchmark, how they stand. */
export function overlapCounts(db: Db): Map<string, SetOverlap> {
  const bySet = new Map<string, StandingMatch[]>();
  for (const match of standingMatches(db, null)) {
    for (const setId of [match.setId, match.benchmarkId]) {
      const list = bySet.get(setId);
      if (list === undefined) bySet.set(setId, [match]);
      else list.push(match);
    }
  }
  return new Map(
    [...bySet].map(([setId, matches]) => [
      setId,
      { ...countStates(matches), leftOutProblems: countLeftOut(setId, matches) },
    ]),
  );
}

function countLeftOut(setId: string, matches: readonly StandingMatch[]): number {
  const leftOut = matches.filter((match) => match.setId === setId && match.state === "left-out");
  return new Set(leftOut.map(({ problemId }) => problemId)).size;
}

export function countStates(matches: readonly StandingMatch[]): MatchCounts {
  const count = (state: MatchState): number => matches.filter((match) => match.state === state).length;
  return { open: count("open"), "left-out": count("left-out"), waived: count("waived") };
}
