import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { findSet } from "../problem-sets.repo";
import { standingMatches, type StandingMatch } from "./match-states";

/** Matches of a set that trains on which nobody decided. */
export function openMatches(db: Db, setId: string): StandingMatch[] {
  return standingMatches(db, setId).filter((match) => match.setId === setId && match.state === "open");
}

/** Problems of a set that somebody left out: no run takes them, no training file has them. */
export function leftOutProblemIds(db: Db, setId: string): ReadonlySet<string> {
  return problemIdsThat(db, setId, (match) => match.state === "left-out");
}

/** Problems of a set that may not train as things stand: left out, or with a match on which nobody decided. */
export function keptFromTraining(db: Db, setId: string): ReadonlySet<string> {
  return problemIdsThat(db, setId, (match) => match.state !== "waived");
}

/**
 * Lets a set pass to training.
 * @throws AppError naming `problemSetId` while matches with a benchmark are open
 */
export function requireClean(db: Db, setId: string): void {
  const open = openMatches(db, setId);
  if (open.length === 0) return;
  const problems = new Set(open.map(({ problemId }) => problemId)).size;
  throw new AppError(
    "conflict",
    `${problems === 1 ? "A problem" : `${problems.toLocaleString("en")} problems`} of ${findSet(db, setId)?.name ?? "this set"} ${problems === 1 ? "is" : "are"} also in a benchmark, or much like one there.`,
    {
      field: "problemSetId",
      fix: "Leave them out, or waive each by name with a reason, on the set's overlap page.",
    },
  );
}

function problemIdsThat(
  db: Db,
  setId: string,
  holds: (match: StandingMatch) => boolean,
): ReadonlySet<string> {
  const matches = standingMatches(db, setId).filter((match) => match.setId === setId && holds(match));
  return new Set(matches.map(({ problemId }) => problemId));
}
