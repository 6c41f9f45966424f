/**
 * `server/review/item` owns one item in view: its two sides, what may be told of it to whom, and whether the viewer
 * may decide on it. It changes nothing; it never imports the acts or the queue.
 */
import type { Actor } from "@/server/accounts/accounts.schema";
import type { DecisionView, VersionView } from "../item-view.schema";
import type { Side } from "../review.schema";
import type { StandingRow, VersionRow } from "./item.repo";
import { otherSide, toSides } from "./true-order";
import { nameFor } from "./who-sees";

/** A decision as it looks from where the viewer sees the sides. */
export function decisionView(row: StandingRow, actor: Actor, chosenSide: Side): DecisionView {
  const { decision, name } = row;
  return {
    decisionSeq: decision.seq,
    actSeq: decision.actSeq,
    verdict: decision.verdict,
    firstWrong: toSides(
      { chosen: decision.chosenFirstWrong, rejected: decision.rejectedFirstWrong },
      chosenSide,
    ),
    reasons: decision.reasons,
    note: decision.note,
    versions: toSides({ chosen: decision.chosenVersionId, rejected: decision.rejectedVersionId }, chosenSide),
    adjudication: decision.adjudication,
    by: nameFor(actor, { id: decision.userId, name }),
    at: decision.at,
  };
}

interface Looking {
  readonly actor: Actor;
  readonly chosenSide: Side;
  /** The grader's verdict would tell which side is the right one. */
  readonly hidden: boolean;
}

/** An edited chain as the viewer may see it. */
export function versionView(
  { version, name }: VersionRow,
  { actor, chosenSide, hidden }: Looking,
): VersionView {
  const { id, chain, steps, text, verdict, extracted, rule, userId, at } = version;
  return {
    id,
    side: chain === "chosen" ? chosenSide : otherSide(chosenSide),
    steps,
    text,
    ...(hidden ? { verdict: null, extracted: null, rule: null } : { verdict, extracted, rule }),
    by: nameFor(actor, { id: userId, name }),
    mine: userId === actor.id,
    at,
  };
}
