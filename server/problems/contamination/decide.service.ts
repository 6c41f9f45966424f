import type { Actor } from "@/server/accounts/accounts.schema";
import { AppError } from "@/server/foundation/errors";
import type { DecideMatches, MatchState } from "../contamination.schema";
import { requireSet } from "../problem-sets.service";
import type { ProblemsContext } from "../problems-context";
import { standingMatches, type StandingMatch } from "./match-states";
import { insertDecisions } from "./matches.repo";

/**
 * Writes down what a person decided of matches, under their name. Reopening a problem that is left out reopens all of its
 * matches through which it is, with whichever benchmark. @throws AppError when a match is not there, or there is nothing to decide.
 */
export function decideMatches(
  { db, clock }: Pick<ProblemsContext, "db" | "clock">,
  input: DecideMatches,
  actor: Actor,
): { readonly decided: number } {
  requireSet({ db }, input.setId);
  return db.transaction(
    (tx) => {
      const named = choose(standingMatches(tx, input.setId), input);
      const chosen = input.decision === "reopen" ? withSiblings(named, standingMatches(tx, null)) : named;
      insertDecisions(
        tx,
        chosen.map(({ id }) => ({
          matchId: id,
          decision: input.decision,
          reason: input.reason,
          actorId: actor.id,
          at: clock.now(),
        })),
      );
      return { decided: chosen.length };
    },
    { behavior: "immediate" },
  );
}

function choose(matches: readonly StandingMatch[], { matchIds, decision }: DecideMatches): StandingMatch[] {
  if (matchIds === null) {
    const open = decision === "reopen" ? [] : matches.filter(({ state }) => state === "open");
    if (open.length > 0) return open;
    throw new AppError("conflict", "No match of this set is open.", {
      field: "matchIds",
      fix: "Reload the page: somebody may have decided meanwhile.",
    });
  }
  const wanted = new Set(matchIds);
  const found = matches.filter(({ id }) => wanted.has(id));
  if (found.length === wanted.size) return found;
  throw new AppError("not-found", "A match that was chosen is not there any more.", {
    field: "matchIds",
    fix: "Reload the page: the sets were compared again meanwhile.",
  });
}

/** The state that a decision takes back is that of the problem, not of one match. */
const TAKEN_BACK: MatchState = "left-out";

function withSiblings(
  chosen: readonly StandingMatch[],
  all: readonly StandingMatch[],
): readonly StandingMatch[] {
  const problems = new Set(
    chosen.filter(({ state }) => state === TAKEN_BACK).map(({ problemId }) => problemId),
  );
  const siblings = all.filter(({ state, problemId }) => state === TAKEN_BACK && problems.has(problemId));
  return [...new Map([...chosen, ...siblings].map((match) => [match.id, match])).values()];
}
