import { and, count, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { campaignItems, reviewActs, reviewStanding, users } from "@/db/schema";
import { mayAct } from "@/server/accounts/accounts.schema";
import type { PersonProgress } from "../queue-view.schema";
import type { ReviewContext } from "../review-context";
import { requireCampaign } from "./campaigns.service";

/**
 * How far each person is in a campaign: those who decided something, were given items, or hold some now. Whoever may
 * not lead campaigns sees their own line only; names of others are for administrators.
 */
export function peopleOfCampaign(ctx: ReviewContext, campaignId: string): PersonProgress[] {
  const { db, actor, clock } = ctx;
  requireCampaign(db, campaignId);
  const all = mayAct(actor.role, "runner");
  const names = mayAct(actor.role, "admin");
  const own = eq(campaignItems.campaignId, campaignId);
  const decisions = db
    .select({
      userId: reviewStanding.userId,
      decided: sql<number>`sum(${reviewStanding.verdict} <> 'skip')`,
      skipped: sql<number>`sum(${reviewStanding.verdict} = 'skip')`,
    })
    .from(reviewStanding)
    .where(
      and(eq(reviewStanding.campaignId, campaignId), all ? undefined : eq(reviewStanding.userId, actor.id)),
    )
    .groupBy(reviewStanding.userId)
    .all();
  const assigned = db
    .select({ userId: campaignItems.assignedTo, n: count() })
    .from(campaignItems)
    .where(and(own, eq(campaignItems.state, "open"), isNotNull(campaignItems.assignedTo)))
    .groupBy(campaignItems.assignedTo)
    .all();
  const held = db
    .select({ userId: campaignItems.leaseUserId, n: count() })
    .from(campaignItems)
    .where(and(own, isNotNull(campaignItems.leaseId), gt(campaignItems.leaseExpiresAt, clock.now())))
    .groupBy(campaignItems.leaseUserId)
    .all();
  const known = new Map(
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .all()
      .map((row) => [row.id, row.name]),
  );
  const involved = new Set([...decisions, ...assigned, ...held].map(({ userId }) => userId));
  return [...known]
    .filter(([id]) => involved.has(id) && (all || id === actor.id))
    .map(([userId, name]): PersonProgress => {
      const mine = userId === actor.id;
      const decision = decisions.find((row) => row.userId === userId);
      return {
        userId,
        name: mine || names ? name : null,
        mine,
        decided: decision?.decided ?? 0,
        skipped: decision?.skipped ?? 0,
        assigned: assigned.find((row) => row.userId === userId)?.n ?? 0,
        held: held.find((row) => row.userId === userId)?.n ?? 0,
        lastAt: lastActAt(ctx, { campaignId, userId }),
      };
    })
    .toSorted((a, b) => b.decided - a.decided || (a.userId < b.userId ? -1 : 1));
}

function lastActAt({ db }: ReviewContext, params: { readonly campaignId: string; readonly userId: string }) {
  const newest = db
    .select({ at: reviewActs.at })
    .from(reviewActs)
    .where(and(eq(reviewActs.userId, params.userId), eq(reviewActs.campaignId, params.campaignId)))
    .orderBy(desc(reviewActs.seq))
    .limit(1)
    .get();
  return newest?.at ?? null;
}
