import { setImmediate } from "node:timers/promises";
import { mayAct } from "@/server/accounts/accounts.schema";
import type { ReviewContext } from "../review-context";
import { acceptanceOf, readingsOf } from "./acceptance";
import { agreementOf } from "./agreement";
import { calibrationOf } from "./calibration";
import { confusionOfOne, confusionsOf } from "./confusions";
import { countsOf } from "./counts";
import { daysOf } from "./days";
import type { PersonFigures, PersonRow, TeamDay, TeamFigures } from "./figures";
import { judgedOf } from "./judged";
import { ledgerOf } from "./keep-ledger";
import { peopleOf } from "./people";
import { reasonsOf } from "./reasons";
import { remembered } from "./remember";
import { unitsWithin } from "./scope";
import { goldVerdicts, namesOfPeople, reasonLabels } from "./team.repo";
import type { TeamDays, TeamFilter } from "./team.schema";

/**
 * What the decisions that stand say, for one viewer: figures of all together, and their own; those of others with their
 * names for administrators alone.
 */
export function teamFigures(context: ReviewContext, filter: TeamFilter): Promise<TeamFigures> {
  const { id, role } = context.actor;
  const { campaignId, kind, stage } = filter;
  const key = JSON.stringify([id, role, campaignId, kind, stage]);
  return answer(context, key, () => makeFigures(context, filter));
}

const answer = remembered<TeamFigures>();

/** Between its parts others have their turn; all parts are of the same decisions. */
async function makeFigures(context: ReviewContext, filter: TeamFilter): Promise<TeamFigures> {
  const { db, actor } = context;
  const viewerId = actor.id;
  const units = unitsWithin(await ledgerOf(context), filter);
  const named = mayAct(actor.role, "admin") ? namesOfPeople(db) : null;
  const judged = judgedOf(units);
  const counts = countsOf(units);
  await setImmediate();
  const agreement = agreementOf(units);
  await setImmediate();
  const confusions =
    named === null ? { shown: [confusionOfOne(units, viewerId)], total: 1 } : confusionsOf(units, named);
  await setImmediate();
  const { whole, people } = peopleOf(units, {
    gold: goldVerdicts(db),
    only: named === null ? viewerId : null,
  });
  await setImmediate();
  return {
    counts,
    agreement,
    confusions,
    whole,
    people: rowsFor({ people, viewerId, named }),
    acceptance: acceptanceOf({ judged, own: readingsOf(units, viewerId) }),
    calibration: calibrationOf(judged),
    reasons: reasonsOf(units, viewerId, reasonLabels(db)),
  };
}

/** Decisions by day. */
export async function teamDays(context: ReviewContext, input: TeamDays): Promise<TeamDay[]> {
  const units = unitsWithin(await ledgerOf(context), input);
  const { utcOffset, days } = input;
  return daysOf(units, { viewerId: context.actor.id, now: context.clock.now(), utcOffset, days });
}

interface Known {
  readonly people: ReadonlyMap<string, PersonFigures>;
  readonly viewerId: string;
  /** Null: the viewer may not see names. */
  readonly named: ReadonlyMap<string, string> | null;
}

function rowsFor({ people, viewerId, named }: Known): PersonRow[] {
  const own = people.get(viewerId);
  const mine = own === undefined ? [] : [{ name: null, ...own }];
  if (named === null) return mine;
  const others = [...people]
    .filter(([userId]) => userId !== viewerId)
    .map(([userId, figures]) => ({ name: named.get(userId) ?? userId, ...figures }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return [...mine, ...others];
}
