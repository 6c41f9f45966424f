import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  campaignItems,
  reviewActs,
  reviewDecisions,
  reviewItems,
  reviewLeases,
  reviewReasons,
  reviewStanding,
} from "@/db/schema";
import { NO_FILTER } from "../review.schema";
import { openActs } from "./testing/open-acts";

type Open = ReturnType<typeof openActs>;

const placeOf = ({ db }: Open, number: number, campaignId = "camp_all") =>
  db
    .select()
    .from(campaignItems)
    .where(eq(campaignItems.itemNumber, number))
    .all()
    .find((row) => row.campaignId === campaignId);
const itemOf = ({ db }: Open, number: number) =>
  db.select().from(reviewItems).where(eq(reviewItems.number, number)).get();
const lastDecision = ({ db }: Open) => db.select().from(reviewDecisions).all().at(-1);

describe("a decision", () => {
  it("is stored as said, and the item's state follows", async () => {
    const open = openActs();
    const ana = open.person("ana");
    const done = await ana.decide(1, "reject", { reasons: ["incomplete"], note: "Breaks off." });
    expect(done).toMatchObject({ kind: "decide", number: 1, itemCount: 1, summary: "Rejected item 1" });
    expect(lastDecision(open)).toMatchObject({
      verdict: "reject",
      chosenSide: "left",
      blind: false,
      reasons: ["incomplete"],
      note: "Breaks off.",
      before: null,
      userId: "ana",
    });
    expect(placeOf(open, 1)).toMatchObject({ state: "agreed", decided: 1 });
    expect(itemOf(open, 1)).toMatchObject({ outcome: "reject", decisionCount: 1 });
  });

  it("counts once, however often it arrives", async () => {
    const open = openActs();
    const ana = open.person("ana");
    const actId = randomUUID();
    const first = await ana.decide(1, "accept", { actId });
    expect(await ana.decide(1, "accept", { actId })).toEqual(first);
    expect(open.db.select().from(reviewDecisions).all()).toHaveLength(1);
    await expect(open.person("ben").decide(2, "accept", { actId })).rejects.toThrow(/another act/i);
  });

  it("said again is a change of mind", async () => {
    const open = openActs();
    const ana = open.person("ana");
    await ana.decide(1, "accept");
    const first = lastDecision(open);
    await ana.decide(1, "tie");
    expect(lastDecision(open)).toMatchObject({ verdict: "tie", before: first?.seq });
    expect(open.db.select().from(reviewStanding).all()).toHaveLength(1);
    expect(itemOf(open, 1)).toMatchObject({ outcome: "tie", decisionCount: 1 });
  });

  it("gives the lease back and lasts no longer than it", async () => {
    const open = openActs();
    const ana = open.person("ana");
    const { lease } = await ana.review.leases.take({ campaignId: "camp_all", number: 1 });
    await ana.decide(1, "accept", { leaseId: lease?.id ?? null, durationMs: 80_000_000 });
    expect(placeOf(open, 1)).toMatchObject({ leaseId: null, leaseUserId: null, leaseExpiresAt: null });
    const kept = open.db.select().from(reviewLeases).get();
    expect(kept?.endedAt).toBe(lastDecision(open)?.at);
    expect(lastDecision(open)?.durationMs).toBe((kept?.endedAt ?? 0) - (kept?.grantedAt ?? 0));
  });

  it("under a lease that ran out is kept, even where somebody else has decided since", async () => {
    const open = openActs();
    const [ana, ben, cem] = [open.person("ana"), open.person("ben"), open.person("cem")];
    await ana.review.leases.take({ campaignId: "camp_all", number: 1 });
    await expect(ben.decide(1, "accept")).rejects.toThrow("Somebody else has this item open now.");
    open.pass(10 * 60_000);
    await ben.review.leases.take({ campaignId: "camp_all", number: 1 });
    await ben.decide(1, "accept");
    await ana.decide(1, "reject");
    expect(placeOf(open, 1)).toMatchObject({ state: "conflict", decided: 2 });
    expect(itemOf(open, 1)?.outcome).toBe("conflict");
    await expect(cem.decide(1, "accept")).rejects.toThrow("Enough people have decided on this item.");
  });

  it("waits for as many people as the campaign wants; skips do not count", async () => {
    const open = openActs();
    const campaignId = open.campaign("Three", { overlap: 3 });
    const people = ["ana", "ben", "cem", "dia"].map((id) => open.person(id));
    const states: unknown[] = [];
    for (const [at, choice] of (["accept", "skip", "accept", "swap"] as const).entries()) {
      await people[at]?.decide(2, choice, { campaignId });
      states.push(placeOf(open, 2, campaignId)?.state, itemOf(open, 2)?.outcome);
    }
    expect(states).toEqual(["open", "accept", "open", "accept", "open", "accept", "conflict", "conflict"]);
    expect(itemOf(open, 2)?.decisionCount).toBe(3);
    // Another campaign's place of the same item is not touched.
    expect(placeOf(open, 2)).toMatchObject({ state: "open", decided: 0 });
  });

  it("names reasons that are on, or that it had before", async () => {
    const open = openActs();
    const ana = open.person("ana");
    await expect(ana.decide(1, "reject", { reasons: ["no-such"] })).rejects.toThrow(/no reason "no-such"/);
    await ana.decide(1, "reject", { reasons: ["incomplete", "incomplete"] });
    expect(lastDecision(open)?.reasons).toEqual(["incomplete"]);
    open.db.update(reviewReasons).set({ active: false }).where(eq(reviewReasons.code, "incomplete")).run();
    await ana.decide(1, "tie", { reasons: ["incomplete"] });
    await expect(ana.decide(2, "reject", { reasons: ["incomplete"] })).rejects.toThrow(/no reason/);
  });

  it("marks steps that the chain has, of the side that was shown", async () => {
    const open = openActs();
    const ana = open.person("ana");
    const { left, right, shared } = await ana.review.item({ number: 1, campaignId: "camp_all" });
    const last = {
      left: shared.length + left.steps.length - 1,
      right: shared.length + right.steps.length - 1,
    };
    await ana.decide(1, "accept", { firstWrong: last });
    expect(lastDecision(open)).toMatchObject({
      chosenFirstWrong: last.left,
      rejectedFirstWrong: last.right,
    });
    await expect(
      ana.decide(1, "accept", { firstWrong: { left: last.left + 1, right: null } }),
    ).rejects.toThrow(`The chain has ${last.left + 1} steps.`);
  });

  it("is refused on what is not there, closed, or not for this role", async () => {
    const open = openActs();
    const ana = open.person("ana");
    await expect(ana.decide(999, "accept")).rejects.toThrow("There is no item 999.");
    await expect(ana.decide(1, "accept", { campaignId: "camp_none" })).rejects.toThrow(/no such campaign/);
    const some = open.campaign("Corrections", { filter: { ...NO_FILTER, kind: "correction" } });
    await expect(ana.decide(1, "accept", { campaignId: some })).rejects.toThrow(/does not belong/);
    await expect(open.person("rea", "reader").decide(1, "accept")).rejects.toThrow(
      /needs the role annotator/,
    );
    open.change("camp_all", { status: "closed" });
    await expect(ana.decide(1, "accept")).rejects.toThrow('The campaign "Everything" is closed.');
    expect(open.db.select().from(reviewActs).all()).toEqual([]);
  });
});

async function conflict() {
  const open = openActs();
  const campaignId = open.campaign("Two", { overlap: 2 });
  const [ana, ben] = [open.person("ana"), open.person("ben")];
  await ana.decide(1, "accept", { campaignId });
  await ben.decide(1, "reject", { campaignId });
  return { open, campaignId, ana, ben, settle: { campaignId, adjudicate: true } };
}

describe("settling a conflict", () => {
  it("is open to whoever leads in a blind campaign too, where nobody sees what the others said", async () => {
    const open = openActs();
    const campaignId = open.campaign("Blind", { overlap: 2, blind: true });
    const people = [open.person("ana"), open.person("ben")];
    for (const [at, desk] of people.entries())
      await desk.decide(1, at === 0 ? "tie" : "reject", { campaignId });
    const lead = open.person("lead");
    const view = await lead.review.item({ number: 1, campaignId });
    expect(view).toMatchObject({ facts: null, others: [], hindrance: null, maySettle: true });
    expect((await people[0]?.review.item({ number: 1, campaignId }))?.maySettle).toBe(false);
    await lead.decide(1, "left", { campaignId, adjudicate: true });
    expect(placeOf(open, 1, campaignId)?.state).toBe("settled");
  });

  it("gives the item the verdict of whoever leads", async () => {
    const { open, campaignId, settle } = await conflict();
    const lead = open.person("lead");
    const view = await lead.review.item({ number: 1, campaignId });
    expect(view.others.map(({ verdict, by }) => [verdict, by])).toEqual([
      ["accept", null],
      ["reject", null],
    ]);
    expect(view.hindrance).toBeNull();
    await expect(lead.decide(1, "swap", { campaignId })).rejects.toThrow("Enough people have decided");
    await expect(lead.decide(1, "skip", settle)).rejects.toThrow(/cannot be settled by a skip/);
    await lead.decide(1, "swap", settle);
    expect(placeOf(open, 1, campaignId)).toMatchObject({ state: "settled", decided: 2 });
    expect(itemOf(open, 1)).toMatchObject({ outcome: "swap", decisionCount: 3 });
    await lead.undo();
    expect(placeOf(open, 1, campaignId)).toMatchObject({ state: "conflict", decided: 2 });
    expect(itemOf(open, 1)).toMatchObject({ outcome: "conflict", decisionCount: 2 });
  });

  it("is for those who lead and took no part; an administrator may in any case", async () => {
    const { open, ana, settle, campaignId } = await conflict();
    await expect(ana.decide(1, "accept", settle)).rejects.toThrow(
      "Settling a conflict needs the role runner.",
    );
    const lead = open.person("lead");
    await expect(lead.decide(2, "accept", settle)).rejects.toThrow(/no conflict to settle/);
    const admin = open.person("ada", "admin");
    await admin.decide(3, "accept", { campaignId });
    await lead.decide(3, "tie", { campaignId });
    await expect(lead.decide(3, "tie", settle)).rejects.toThrow(/somebody else has to settle/);
    await admin.decide(3, "tie", settle);
    expect(placeOf(open, 3, campaignId)?.state).toBe("settled");
    await expect(admin.decide(3, "accept", { campaignId })).rejects.toThrow("You settled this item.");
    const view = await admin.review.item({ number: 3, campaignId });
    expect(view.others.map(({ by }) => by)).toEqual(["Lead"]);
  });
});
