import type { Actor } from "@/server/accounts/accounts.schema";
import type { DecisionView, ItemProblem, ItemView, SuggestionView, VersionView } from "../item-view.schema";
import type { Reads, ReviewContext } from "../review-context";
import type { ItemKey } from "../review.schema";
import { decisionView, versionView } from "./decision-view";
import { hindranceOf, settlingHindrance } from "./hindrance";
import { factsOf } from "./item-facts";
import { findGold, findSuggestion, flagsOn, versionsOf } from "./item.repo";
import { readSides } from "./read-sides";
import { otherSide, toSides } from "./true-order";
import { viewItem, type Viewing } from "./viewing";
import { leads, nameFor } from "./who-sees";

/**
 * One item as the viewer may see it. While blind mode hides the order (`facts` is null), nothing that tells it is in the
 * answer: no verdicts, values, origin or claim, nobody's opinion, and the sides in a random order of the viewer's own.
 * @throws AppError when there is no such item, or not in this campaign
 */
export function readItem({ db, clock, actor }: ReviewContext, key: ItemKey): ItemView {
  const viewing = viewItem(db, actor, key);
  const { found, campaign, place, hidden, chosenSide, mine } = viewing;
  const { item } = found;
  const source = readSides(db, item);
  const now = clock.now();
  const { chosen, rejected } = source;
  return {
    number: item.number,
    kind: item.kind,
    campaign:
      campaign === null ? null : { id: campaign.id, name: campaign.name, blind: campaign.blind || hidden },
    problem: problemOf(db, actor, viewing),
    prompt: source.prompt,
    shared: source.shared,
    ...toSides(
      {
        chosen: { steps: chosen.steps, raw: chosen.raw },
        rejected: { steps: rejected.steps, raw: rejected.raw },
      },
      chosenSide,
    ),
    facts: hidden ? null : factsOf(viewing, source),
    suggestion: suggestionOf(db, viewing),
    mine: mine === null ? null : decisionView(mine, actor, chosenSide),
    others: othersOf(actor, viewing),
    versions: versions(db, actor, viewing),
    state: place?.state ?? null,
    // What others hold is an opinion too.
    outcome: hidden ? "undecided" : item.outcome,
    guidelinesVersion: campaign?.guidelinesVersion ?? 0,
    lease:
      place?.leaseId != null && place.leaseUserId === actor.id && (place.leaseExpiresAt ?? 0) > now
        ? { id: place.leaseId, expiresAt: place.leaseExpiresAt ?? now }
        : null,
    hindrance: hindranceOf(viewing, { actor, now }),
    maySettle: settlingHindrance(viewing, actor) === null,
    gold: leads(actor) && !hidden ? (findGold(db, item.number)?.verdict ?? null) : null,
  };
}

function problemOf(db: Reads, actor: Actor, { found, hidden }: Viewing): ItemProblem {
  const { id, setId, externalId, statement, answer, level, subject } = found.problem;
  const flags = flagsOn(db, [id]).map(({ flag, name }) => ({
    by: nameFor(actor, { id: flag.userId, name }),
    mine: flag.userId === actor.id,
    note: hidden && flag.userId !== actor.id ? "" : flag.note,
  }));
  return { id, setId, externalId, statement, answer, level, subject, flags };
}

/** The campaign's judge model's opinion; never where the campaign is blind. */
function suggestionOf(db: Reads, { found, campaign, hidden, chosenSide }: Viewing): SuggestionView | null {
  if (campaign === null || campaign.blind || hidden || campaign.judgeModelId === null) return null;
  const { judgeModelId: modelId } = campaign;
  const opinion = findSuggestion(db, { number: found.item.number, modelId });
  if (opinion?.score == null) return null;
  const { score, modelName } = opinion;
  return score >= 0.5
    ? { modelName, side: chosenSide, score }
    : { modelName, side: otherSide(chosenSide), score: 1 - score };
}

/** Decisions of others, for those who lead: but not while they are still to decide for themselves. */
function othersOf(
  actor: Actor,
  { campaign, place, standing, mine, hidden, chosenSide }: Viewing,
): DecisionView[] {
  if (!leads(actor) || hidden || (place?.state === "open" && mine === null)) return [];
  return standing
    .filter(({ decision }) => decision.userId !== actor.id)
    .filter(({ decision }) => campaign === null || decision.campaignId === campaign.id)
    .map((row) => decisionView(row, actor, chosenSide));
}

function versions(db: Reads, actor: Actor, { found, hidden, chosenSide }: Viewing): VersionView[] {
  return versionsOf(db, found.item.number)
    .filter(({ version }) => !hidden || version.userId === actor.id)
    .map((row) => versionView(row, { actor, chosenSide, hidden }));
}
