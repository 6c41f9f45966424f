import type { Db } from "@/db/client";
import { MATCH_KINDS, MATCHES_PAGE_SIZE, type ListMatches } from "../contamination.schema";
import { requireSet } from "../problem-sets.service";
import { standingMatches, type StandingMatch } from "./match-states";
import { countStates, type MatchCounts } from "./match-counts";
import { decisionsOf, pairsOfMatches } from "./matches.repo";
import { comparisonsOf } from "./pending-checks";

export interface OverlapSummary {
  readonly set: {
    readonly id: string;
    readonly name: string;
    readonly kind: "training" | "benchmark" | "starter";
  };
  readonly counts: MatchCounts;
  /** Problems of the set that training may not have as things stand. */
  readonly openProblems: number;
  readonly comparisons: readonly {
    readonly other: { readonly id: string; readonly name: string; readonly problemCount: number };
    /** When both were compared last; null before the first time. */
    readonly checkedAt: number | null;
    /** Whether that holds for both as they are now; where not, they are compared again when a run needs it. */
    readonly current: boolean;
    readonly counts: MatchCounts;
  }[];
}

/**
 * What a set has in common with each benchmark, or a benchmark with each set that trains.
 * @throws AppError when there is no such set
 */
export function overlapOf(db: Db, setId: string): OverlapSummary {
  const { id, name, kind } = requireSet({ db }, setId);
  const matches = standingMatches(db, setId);
  const open = matches.filter(({ state }) => state === "open");
  return {
    set: { id, name, kind },
    counts: countStates(matches),
    openProblems: new Set(open.map(({ problemId }) => problemId)).size,
    comparisons: comparisonsOf(db, setId).map(({ set, benchmark, check, current }) => {
      const other = kind === "benchmark" ? set : benchmark;
      return {
        other: { id: other.id, name: other.name, problemCount: other.problemCount },
        checkedAt: check?.checkedAt ?? null,
        current,
        counts: countStates(
          matches.filter((match) => match.setId === set.id && match.benchmarkId === benchmark.id),
        ),
      };
    }),
  };
}

/** One page of a set's matches, the strongest first, with both problems and all that was decided. A page past the end is the last. */
export function listMatches(db: Db, input: ListMatches) {
  requireSet({ db }, input.setId);
  const chosen = standingMatches(db, input.setId)
    .filter(
      ({ kind, state, ...match }) =>
        (input.kind === null || kind === input.kind) &&
        (input.state === null || state === input.state) &&
        (input.otherId === null || [match.setId, match.benchmarkId].includes(input.otherId)),
    )
    .toSorted(byStrength);
  const pages = Math.max(1, Math.ceil(chosen.length / MATCHES_PAGE_SIZE));
  const page = Math.min(input.page, pages);
  const shown = chosen.slice((page - 1) * MATCHES_PAGE_SIZE, page * MATCHES_PAGE_SIZE);
  const ids = shown.map(({ id }) => id);
  const pairs = new Map(pairsOfMatches(db, ids).map((pair) => [pair.match.id, pair]));
  const decisions = decisionsOf(db, ids);
  return {
    items: shown.flatMap((match) => {
      const pair = pairs.get(match.id);
      if (pair === undefined) return [];
      return [{ ...pair, match, decisions: decisions.filter(({ matchId }) => matchId === match.id) }];
    }),
    total: chosen.length,
    page,
    pages,
    size: MATCHES_PAGE_SIZE,
  };
}

function byStrength(a: StandingMatch, b: StandingMatch): number {
  return (
    MATCH_KINDS.indexOf(a.kind) - MATCH_KINDS.indexOf(b.kind) ||
    b.similarity - a.similarity ||
    b.sharedWords - a.sharedWords ||
    (a.id < b.id ? -1 : 1)
  );
}
