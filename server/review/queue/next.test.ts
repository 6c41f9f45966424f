import { eq } from "drizzle-orm";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { campaignItems, reviewGold, reviewItems, reviewLeases, reviewStanding } from "@/db/schema";
import { openActs, type Desk } from "../acts/testing/open-acts";
import { LEASE_MS } from "./tunables";

const ALL = "camp_all";

/** The number of the next item, or why there is none. */
async function next(desk: Desk, more: Partial<Parameters<Desk["review"]["next"]>[0]> = {}) {
  const answer = await desk.review.next({ campaignId: ALL, ...more });
  return "item" in answer ? answer.item.number : answer.none;
}

async function leased(desk: Desk, campaignId = ALL) {
  const answer = await desk.review.next({ campaignId });
  if (!("item" in answer) || answer.item.lease === null) throw new Error("no item was leased");
  return { number: answer.item.number, lease: answer.item.lease };
}

test("items come in the campaign's order, each to one person", async () => {
  const open = openActs({ items: 6 });
  const [ana, ben] = [open.person("ana"), open.person("ben")];
  const order = open.db
    .select({ number: reviewItems.number })
    .from(reviewItems)
    .all()
    .map(({ number }) => number);
  const ranked = open.db.select().from(campaignItems).orderBy(campaignItems.rank).all();
  const given: (number | string)[] = [];
  for (const desk of [ana, ben, ana, ben, ana, ben]) given.push(await next(desk));
  expect(given).toEqual(ranked.map(({ itemNumber }) => itemNumber));
  expect(new Set(given)).toEqual(new Set(order));
  expect(await next(ana)).toContain("open in front of somebody");
});

test("two windows of one person get different items, and a window its own again", async () => {
  const open = openActs({ items: 3 });
  const ana = open.person("ana");
  const first = await leased(ana);
  const second = await leased(ana);
  expect(second.number).not.toBe(first.number);
  const again = await ana.review.leases.take({ campaignId: ALL, number: first.number });
  expect(again).toMatchObject({ hindrance: null, lease: { id: first.lease.id } });
  await leased(ana);
  expect(await next(ana)).toContain("another window of yours");
});

test("a lease that is renewed stays, one that runs out or is released comes back", async () => {
  const open = openActs({ items: 1 });
  const [ana, ben] = [open.person("ana"), open.person("ben")];
  const { lease, number } = await leased(ana);
  open.pass(LEASE_MS - 20_000);
  const renewed = await ana.review.leases.renew({ leaseIds: [lease.id] });
  expect(renewed.leases).toMatchObject([{ id: lease.id }]);
  open.pass(LEASE_MS - 20_000);
  expect(await next(ben)).toContain("open in front of somebody");
  open.pass(30_000);
  expect(await next(ben)).toBe(number);
  expect(await ana.review.leases.renew({ leaseIds: [lease.id] })).toEqual({ leases: [], lost: [lease.id] });
  expect(await ana.review.leases.release({ leaseIds: [lease.id] })).toEqual({ released: 0 });
  const [taken] = open.db.select().from(campaignItems).all();
  const bens = taken?.leaseId ?? "";
  expect(await ana.review.leases.renew({ leaseIds: [bens] })).toEqual({ leases: [], lost: [bens] });
  expect(await ben.review.leases.release({ leaseIds: [bens] })).toEqual({ released: 1 });
  expect(await next(ana)).toBe(number);
  const history = open.db.select().from(reviewLeases).orderBy(reviewLeases.grantedAt).all();
  expect(history.map(({ userId, endedAt }) => [userId, endedAt === null])).toEqual([
    ["ana", false],
    ["ben", false],
    ["ana", true],
  ]);
});

test("what a person decided or skipped is not given to them again, and a full item to nobody", async () => {
  const open = openActs({ items: 2 });
  const [ana, ben, eve] = [open.person("ana"), open.person("ben"), open.person("eve")];
  const campaignId = open.campaign("Twice", { overlap: 2 });
  const decide = (desk: Desk, number: number) => desk.decide(number, "accept", { campaignId });
  const first = await leased(ana, campaignId);
  await decide(ana, first.number);
  expect(await next(ana, { campaignId })).not.toBe(first.number);
  expect(await next(ben, { campaignId })).toBe(first.number);
  await decide(ben, first.number);
  expect(await next(eve, { campaignId })).toContain("open in front of somebody");
  const taken = await eve.review.leases.take({ campaignId, number: first.number });
  expect(taken.lease).toBeNull();
  expect(taken.hindrance).toContain("Enough people");
  const skipper = open.person("kim");
  const skipped = await leased(skipper);
  await skipper.decide(skipped.number, "skip");
  await leased(skipper);
  open.pass(LEASE_MS + 1);
  expect(await next(skipper)).not.toBe(skipped.number);
});

test("assigned items go to their person alone, and first", async () => {
  const open = openActs({ items: 6 });
  const [ana, ben] = [open.person("ana"), open.person("ben")];
  const lead = open.person("lead");
  const ranked = open.db.select().from(campaignItems).orderBy(campaignItems.rank).all();
  const last = ranked.at(-1)?.itemNumber ?? 0;
  open.db.update(campaignItems).set({ assignedTo: "ana" }).where(eq(campaignItems.itemNumber, last)).run();
  expect(await next(ana)).toBe(last);
  expect(await lead.review.campaigns.assign({ campaignId: ALL, userId: "ana", count: 2 })).toEqual({
    items: 2,
  });
  expect(await next(ben)).toBe(ranked[2]?.itemNumber);
  expect(await next(ana)).toBe(ranked[0]?.itemNumber);
  const mine = await ben.review.leases.take({ campaignId: ALL, number: ranked[1]?.itemNumber ?? 0 });
  expect(mine).toEqual({ lease: null, hindrance: "This item was given to somebody else." });
  expect(await lead.review.campaigns.assign({ campaignId: ALL, userId: "ana", count: 100 })).toEqual({
    items: 3,
  });
  open.pass(LEASE_MS + 1);
  await next(ben);
  expect(await next(ben)).toContain("given to other people");
  expect(await lead.review.campaigns.assign({ campaignId: ALL, userId: null, count: 100 })).toEqual({
    items: 6,
  });
  open.pass(LEASE_MS + 1);
  expect(await next(ben)).toBe(ranked[0]?.itemNumber);
});

test("only what the filter finds is given, few or many, and never what is at hand", async () => {
  const open = openActs({ items: 12 });
  const ana = open.person("ana");
  const wanted = open.db.select().from(reviewItems).where(eq(reviewItems.stage, "self-correction")).all();
  expect(wanted.length).toBeGreaterThan(1);
  const stage = "self-correction" as const;
  const numbers = new Set<number | string>();
  const filter = { stage } as const;
  for (const _ of wanted) numbers.add(await next(ana, { filter }));
  expect(numbers).toEqual(new Set(wanted.map(({ number }) => number)));
  expect(await next(ana, { filter: { text: "nowhere" } })).toContain("Of what you filtered for, nothing");
  const ben = open.person("ben");
  const spared = open.db
    .select()
    .from(campaignItems)
    .all()
    .map(({ itemNumber }) => itemNumber);
  const free = spared.filter((number) => !numbers.has(number));
  expect(free).toContain(await next(ben, { except: free.slice(1) }));
});

test("each k-th item is a gold one that the person has not decided, whatever its state", async () => {
  const open = openActs({ items: 12 });
  const lead = open.person("lead");
  const [ana, ben] = [open.person("ana"), open.person("ben")];
  open.change(ALL, { goldEvery: 3 });
  const gold = [11, 12];
  for (const number of gold) {
    open.db
      .insert(reviewGold)
      .values({ itemNumber: number, verdict: "accept", setBy: "lead", setAt: 0 })
      .run();
    await lead.decide(number, "accept");
  }
  for (const desk of [ana, ben]) {
    const given: number[] = [];
    for (let at = 1; at <= 6; at++) {
      const { number } = await leased(desk);
      given.push(number);
      await desk.decide(number, "tie");
    }
    expect(given.map((number) => gold.includes(number))).toEqual([false, false, true, false, false, true]);
    expect(new Set(given).size).toBe(6);
  }
});

test("a closed campaign gives nothing, and says so", async () => {
  const open = openActs({ items: 2 });
  open.change(ALL, { status: "closed" });
  const ana = open.person("ana");
  expect(await next(ana)).toBe('The campaign "Everything" is closed.');
  expect((await ana.review.leases.take({ campaignId: ALL, number: 1 })).lease).toBeNull();
});

test("others' decisions cannot be asked for through the queue's filter", async () => {
  const open = openActs({ items: 2 });
  const ana = open.person("ana");
  await expect(next(ana, { filter: { annotatorId: "lead" } })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("whatever several people do in whatever order, nobody holds what another holds", async () => {
  const step = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    does: fc.constantFrom("next", "take", "renew", "release", "decide", "wait"),
    which: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.integer({ min: 1, max: 2 }),
      async (steps, overlap) => {
        const open = openActs({ items: 5 });
        open.change(ALL, { overlap });
        const people = ["ana", "ben", "eve"].map((id) => open.person(id));
        const heldTwice: unknown[] = [];
        const held = new Map<string, { readonly by: string; readonly number: number; until: number }>();
        for (const { who, does, which } of steps) {
          const desk = people[who];
          if (desk === undefined) continue;
          const own = [...held].filter(([, lease]) => lease.by === desk.actor.id).map(([id]) => id);
          if (does === "wait") open.pass(70_000);
          if (does === "renew") {
            const { leases, lost } = await desk.review.leases.renew({ leaseIds: own });
            for (const id of lost) held.delete(id);
            for (const { id, expiresAt } of leases) {
              const lease = held.get(id);
              if (lease !== undefined) lease.until = expiresAt;
            }
          }
          if (does === "release") {
            await desk.review.leases.release({ leaseIds: own });
            for (const id of own) held.delete(id);
          }
          const given =
            does === "next"
              ? await desk.review.next({ campaignId: ALL })
              : does === "take"
                ? {
                    item: {
                      number: which,
                      lease: (await desk.review.leases.take({ campaignId: ALL, number: which })).lease,
                    },
                  }
                : { none: "" };
          if ("item" in given && given.item.lease !== null) {
            const { id, expiresAt } = given.item.lease;
            const now = expiresAt - LEASE_MS;
            const others = [...held.values()].filter(
              (lease) =>
                lease.number === given.item.number && lease.by !== desk.actor.id && lease.until > now,
            );
            heldTwice.push(...others);
            held.set(id, { by: desk.actor.id, number: given.item.number, until: expiresAt });
          }
          const [mine] = [...held.values()].filter((lease) => lease.by === desk.actor.id);
          if (does === "decide" && mine !== undefined) {
            await desk.decide(mine.number, "accept");
            for (const [id, lease] of held) {
              if (lease.by === desk.actor.id && lease.number === mine.number) held.delete(id);
            }
          }
        }
        expect(heldTwice).toEqual([]);
        const standing = open.db.select().from(reviewStanding).all();
        for (const { itemNumber, decided } of open.db.select().from(campaignItems).all()) {
          expect(standing.filter((row) => row.itemNumber === itemNumber)).toHaveLength(decided);
        }
      },
    ),
    { numRuns: 60 },
  );
});
