import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { campaignItems, reviewActs, reviewDecisions, reviewStanding } from "@/db/schema";
import { NO_FILTER } from "../review.schema";
import { openActs, type Desk } from "./testing/open-acts";

type Target = Parameters<Desk["review"]["bulkPreview"]>[0];

const everything: Target = { campaignId: "camp_all", verdict: "accept" };

async function previewed(who: Desk, target: Target) {
  const preview = await who.review.bulkPreview(target);
  const act = await who.review.bulk({ ...target, actId: randomUUID(), expected: preview.change });
  return { preview, act };
}

describe("a bulk act", () => {
  it("changes just what its preview says, in one act with one undo", async () => {
    const open = openActs({ items: 40, perProblem: 10 });
    const [ana, ben, cem] = [open.person("ana"), open.person("ben"), open.person("cem")];
    await ana.decide(1, "accept");
    await ana.decide(2, "reject");
    await ben.decide(3, "accept");
    await cem.review.leases.take({ campaignId: "camp_all", number: 4 });
    await ana.review.leases.take({ campaignId: "camp_all", number: 5 });
    const standing = () => open.db.select().from(reviewStanding).orderBy(reviewStanding.itemNumber).all();
    const before = standing();
    const { preview, act } = await previewed(ana, everything);
    expect(preview).toEqual({ found: 40, change: 37, same: 1, leased: 1, full: 1 });
    expect(act).toMatchObject({
      itemCount: 37,
      number: null,
      summary: 'Accepted 37 items of "Everything" at once',
    });
    const made = open.db.select().from(reviewDecisions).where(eq(reviewDecisions.actSeq, act.seq)).all();
    expect(made).toHaveLength(37);
    expect(made.find(({ itemNumber }) => itemNumber === 2)?.before).toBe(before[1]?.decisionSeq);
    expect(made[0]).toMatchObject({ durationMs: null, blind: false, reasons: [] });
    const held = open.db
      .select()
      .from(campaignItems)
      .all()
      .filter(({ leaseUserId }) => leaseUserId !== null);
    expect(held.map(({ itemNumber }) => itemNumber)).toEqual([4]);
    expect(await ana.review.bulkPreview(everything)).toMatchObject({ change: 0, same: 38 });
    await ana.undo();
    expect(standing()).toEqual(before);
  });

  it("follows the filter, the state and the numbers", async () => {
    const open = openActs({ items: 40, perProblem: 10 });
    const ana = open.person("ana");
    const corrections = { ...everything, filter: { ...NO_FILTER, kind: "correction" as const } };
    expect(await previewed(ana, corrections)).toMatchObject({ preview: { found: 4, change: 4 } });
    expect(await ana.review.bulkPreview({ ...everything, state: "agreed", verdict: "tie" })).toMatchObject({
      found: 4,
      change: 4,
    });
    expect(await ana.review.bulkPreview({ ...everything, numbers: [1, 2, 999] })).toMatchObject({ found: 2 });
  });

  it("does nothing when another number would change by now", async () => {
    const open = openActs();
    const [ana, ben] = [open.person("ana"), open.person("ben")];
    const { change } = await ana.review.bulkPreview(everything);
    await ben.decide(1, "tie");
    const act = { ...everything, actId: randomUUID(), expected: change };
    await expect(ana.review.bulk(act)).rejects.toThrow(
      "By now 11 items would change, not 12. Nothing was changed.",
    );
    expect(open.db.select().from(reviewActs).all()).toHaveLength(1);
    const done = await ana.review.bulk({ ...act, expected: 11 });
    expect(await ana.review.bulk({ ...act, expected: 11 })).toEqual(done);
    expect(open.db.select().from(reviewStanding).all()).toHaveLength(12);
    await expect(ana.review.bulk({ ...act, actId: randomUUID(), expected: 0 })).rejects.toThrow(
      "There is nothing to change.",
    );
  });

  it("is refused in a blind campaign and in a closed one", async () => {
    const open = openActs();
    const ana = open.person("ana");
    const campaignId = open.campaign("Blind", { blind: true });
    await expect(ana.review.bulkPreview({ ...everything, campaignId })).rejects.toThrow(/decided by itself/);
    open.change("camp_all", { status: "closed" });
    await expect(ana.review.bulk({ ...everything, actId: randomUUID(), expected: 12 })).rejects.toThrow(
      /is closed/,
    );
    await expect(ana.review.bulkPreview({ ...everything, campaignId: "none" })).rejects.toThrow(
      /no such campaign/,
    );
  });
});
