import { reviewDecisions } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { isFull, refusalOf, settlingHindrance } from "../item/hindrance";
import { findLease, versionsOf } from "../item/item.repo";
import { readSides, type ItemSource } from "../item/read-sides";
import { toOrder, verdictOf } from "../item/true-order";
import { viewItem, type Viewing } from "../item/viewing";
import { endLeaseOn } from "../queue/leases.repo";
import type { ActResult } from "../item-view.schema";
import type { Reads, ReviewContext } from "../review-context";
import type { Decide } from "../review.schema";
import { actOnce, actResult } from "./act-once";
import { decisionWords } from "./act-words";
import { checkReasons } from "./check-reasons";
import { restateItems } from "./restate-items.repo";
import { standFrom } from "./standing.repo";

/**
 * Stores what a person says of an item, in the true order whatever stood on which side. Said again it is a change of mind:
 * a new decision stands in place of the old one.
 * @throws AppError when it may not be said, or names a reason, step or version that there is not
 */
export function decide(ctx: ReviewContext, input: Decide): ActResult {
  const { actor } = ctx;
  const act = actOnce(ctx, { actId: input.actId, kind: "decide" }, ({ tx, now, log }) => {
    const viewing = viewItem(tx, actor, input);
    checkMayDecide(viewing, { ctx, now, input });
    const { campaign, mine, hidden, chosenSide, found } = viewing;
    const source = readSides(tx, found.item);
    const versions = checkVersions(tx, viewing, input);
    const firstWrong = checkFirstWrong(source, viewing, { input, versions });
    const reasons = checkReasons(tx, input.reasons, mine?.decision.reasons ?? []);
    const { number, campaignId, choice } = input;
    const done = log({
      campaignId,
      itemNumber: number,
      itemCount: 1,
      summary: decisionWords(choice, number, input.adjudicate),
    });
    const suggested = campaign?.judgeModelId !== null && campaign?.blind === false && !hidden;
    tx.insert(reviewDecisions)
      .values({
        actSeq: done.seq,
        campaignId,
        itemNumber: number,
        userId: actor.id,
        verdict: verdictOf(choice, chosenSide),
        blind: hidden,
        chosenSide,
        chosenFirstWrong: firstWrong.chosen,
        rejectedFirstWrong: firstWrong.rejected,
        reasons,
        note: input.note,
        chosenVersionId: versions.chosen?.id ?? null,
        rejectedVersionId: versions.rejected?.id ?? null,
        tookSuggestion: input.tookSuggestion && suggested,
        adjudication: input.adjudicate,
        guidelinesVersion: campaign?.guidelinesVersion ?? 0,
        durationMs: durationOf(tx, viewing, { input, now }),
        before: mine?.decision.seq ?? null,
        at: now,
      })
      .run();
    standFrom(tx, done.seq);
    restateItems(tx, [number]);
    endLeaseOn(tx, { campaignId, number, userId: actor.id, now });
    return done;
  });
  return actResult(act);
}

interface Arriving {
  readonly ctx: ReviewContext;
  readonly now: number;
  readonly input: Decide;
}

function checkMayDecide(viewing: Viewing, { ctx: { actor }, now, input }: Arriving): void {
  const { hidden, mine, lastLease } = viewing;
  if (hidden && (input.choice === "accept" || input.choice === "swap")) {
    throw new AppError("invalid-input", "The order of this item is hidden: say which side is the better.", {
      field: "choice",
      fix: 'Choose "left" or "right".',
    });
  }
  if (input.adjudicate) {
    const hindrance = settlingHindrance(viewing, actor);
    if (hindrance !== null) throw new AppError("conflict", hindrance, { field: "adjudicate" });
    if (input.choice !== "skip") return;
    throw new AppError("invalid-input", "A conflict cannot be settled by a skip.", {
      field: "choice",
      fix: "Choose what the item is.",
    });
  }
  const refusal = refusalOf(viewing, { actor, now });
  if (refusal !== null) throw new AppError("conflict", refusal, { field: "number" });
  if (mine?.decision.adjudication === true) {
    throw new AppError("conflict", "You settled this item.", {
      field: "adjudicate",
      fix: "Settle it again, or undo that.",
    });
  }
  if (mine === null && lastLease === null && isFull(viewing)) {
    throw new AppError("conflict", "Enough people have decided on this item.", {
      field: "adjudicate",
      fix: "Settle the conflict for all instead.",
    });
  }
}

/** The edited chains that the decision is about. */
function checkVersions(db: Reads, { found, chosenSide }: Viewing, { versions }: Decide) {
  const wanted = toOrder(versions, chosenSide);
  if (wanted.chosen === null && wanted.rejected === null) return { chosen: null, rejected: null };
  const shown = versionsOf(db, found.item.number).map(({ version }) => version);
  const find = (chain: "chosen" | "rejected") => {
    const id = wanted[chain];
    if (id === null) return null;
    const version = shown.find((each) => each.id === id && each.chain === chain);
    if (version !== undefined) return version;
    throw new AppError("invalid-input", "The edited chain that this is about is not there any more.", {
      field: "versions",
      fix: "Read the item again.",
    });
  };
  return { chosen: find("chosen"), rejected: find("rejected") };
}

interface Marked {
  readonly input: Decide;
  readonly versions: ReturnType<typeof checkVersions>;
}

function checkFirstWrong(source: ItemSource, { chosenSide }: Viewing, { input, versions }: Marked) {
  const marked = toOrder(input.firstWrong, chosenSide);
  for (const chain of ["chosen", "rejected"] as const) {
    const steps = source.shared.length + (versions[chain] ?? source[chain]).steps.length;
    const step = marked[chain];
    if (step === null || step < steps) continue;
    throw new AppError("invalid-input", `The chain has ${steps} steps.`, {
      field: "firstWrong",
      fix: "Mark one of its steps, counted from 0.",
    });
  }
  return marked;
}

/** Time in view is no longer than the person had the item. */
function durationOf(
  db: Reads,
  { lastLease }: Viewing,
  { input, now }: Pick<Arriving, "input" | "now">,
): number {
  const { leaseId, number, campaignId, durationMs } = input;
  const named = leaseId === null ? null : findLease(db, leaseId);
  const own =
    named !== null &&
    named.userId === lastLease?.userId &&
    named.itemNumber === number &&
    named.campaignId === campaignId;
  const lease = own ? named : lastLease;
  return lease === null ? durationMs : Math.min(durationMs, Math.max(0, now - lease.grantedAt));
}
