import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaignItems, reviewItems } from "@/db/schema";
import { openActs } from "../acts/testing/open-acts";
import { fillItems } from "../testing/fill-items";

test("a preview counts what the campaign gets, in its own order", async () => {
  const open = openActs({ items: 24 });
  const lead = open.person("lead");
  const filter = { kind: "pair", bucket: "mixed" } as const;
  const { items } = await lead.review.campaigns.preview({ filter });
  const made = await lead.review.campaigns.create({
    name: "Mixed",
    filter,
    sort: "random",
    seed: 5,
    overlap: 2,
  });
  expect(items).toBeGreaterThan(0);
  expect(made).toMatchObject({
    name: "Mixed",
    status: "open",
    overlap: 2,
    blind: false,
    progress: {
      items: { open: items, agreed: 0, conflict: 0, settled: 0 },
      total: items,
      decisions: 0,
      mine: 0,
    },
  });
  const rows = open.db
    .select()
    .from(campaignItems)
    .innerJoin(reviewItems, eq(reviewItems.number, campaignItems.itemNumber))
    .where(eq(campaignItems.campaignId, made.id))
    .all();
  expect(new Set(rows.map((row) => row.review_items.bucket))).toEqual(new Set(["mixed"]));
  const listed = await lead.review.items.list({
    campaignId: made.id,
    sort: "random",
    seed: 5,
    pageSize: 100,
  });
  const ranked = rows.toSorted((a, b) => a.campaign_items.rank - b.campaign_items.rank);
  expect(listed.items.map(({ number }) => number)).toEqual(ranked.map((row) => row.review_items.number));
  expect((await lead.review.campaigns.list()).map(({ name }) => name)).toEqual(["Everything", "Mixed"]);
});

test("names are free, judges exist and judge nothing blind", async () => {
  const open = openActs({ items: 2 });
  const lead = open.person("lead");
  const create = lead.review.campaigns.create;
  await expect(create({ name: "everything" })).rejects.toMatchObject({
    code: "CONFLICT",
    cause: { field: "name" },
  });
  await expect(create({ name: "A", judgeModelId: "nobody" })).rejects.toMatchObject({
    cause: { field: "judgeModelId" },
  });
  await expect(create({ name: "B", judgeModelId: "model_review", blind: true })).rejects.toMatchObject({
    code: "BAD_REQUEST",
    cause: { field: "judgeModelId" },
  });
  const { id } = await create({ name: "C", blind: true });
  const update = lead.review.campaigns.update;
  await expect(update({ campaignId: id, judgeModelId: "model_review" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await expect(update({ campaignId: id, name: "Everything" })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await update({ campaignId: id, name: "C" })).toMatchObject({ name: "C" });
  await expect(lead.review.campaigns.get({ campaignId: "none" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("another number of people says anew which items are open", async () => {
  const open = openActs({ items: 4 });
  const [lead, ana, ben] = [open.person("lead"), open.person("ana"), open.person("ben")];
  open.change("camp_all", { overlap: 2 });
  for (const [desk, verdict] of [
    [ana, "accept"],
    [ben, "reject"],
  ] as const) {
    await desk.decide(1, "accept");
    await desk.decide(2, verdict);
  }
  await ana.decide(3, "tie");
  const states = async (overlap: number) => {
    await lead.review.campaigns.update({ campaignId: "camp_all", overlap });
    return (await lead.review.items.list({ campaignId: "camp_all", sort: "newest" })).items
      .map(({ state }) => state)
      .toReversed();
  };
  expect(await states(3)).toEqual(["open", "open", "open", "open"]);
  expect(await states(2)).toEqual(["agreed", "conflict", "open", "open"]);
  expect(await states(1)).toEqual(["agreed", "conflict", "agreed", "open"]);
});

test("a campaign that is opened again has what came while it was closed", async () => {
  const open = openActs({ items: 4 });
  const lead = open.person("lead");
  const { id } = await lead.review.campaigns.create({ name: "Late", filter: { kind: "pair" } });
  const closed = await lead.review.campaigns.update({ campaignId: id, status: "closed" });
  expect(closed).toMatchObject({ status: "closed", closedAt: expect.any(Number) });
  fillItems(open.db, { items: 10, seed: "later" });
  expect((await lead.review.campaigns.get({ campaignId: id })).progress.total).toBe(4);
  const again = await lead.review.campaigns.update({ campaignId: id, status: "open" });
  expect(again).toMatchObject({ status: "open", closedAt: null, progress: { total: 13 } });
});

test("progress of each person: one's own for annotators, names for administrators", async () => {
  const open = openActs({ items: 6 });
  const [lead, ana, ben, boss] = [
    open.person("lead"),
    open.person("ana"),
    open.person("ben"),
    open.person("boss", "admin"),
  ];
  await lead.review.campaigns.assign({
    campaignId: "camp_all",
    userId: "ben",
    count: 2,
    filter: { kind: "pair" },
  });
  await ana.decide(1, "skip");
  await ana.decide(2, "accept");
  await ben.review.next({ campaignId: "camp_all" });
  const people = (desk: typeof ana) => desk.review.campaigns.people({ campaignId: "camp_all" });
  const figures = [
    { userId: "ana", decided: 1, skipped: 1, assigned: 0, held: 0, lastAt: expect.any(Number) },
    { userId: "ben", decided: 0, skipped: 0, assigned: 2, held: 1, lastAt: null },
  ];
  expect(await people(boss)).toMatchObject([
    { ...figures[0], name: "Ana", mine: false },
    { ...figures[1], name: "Ben", mine: false },
  ]);
  expect((await people(lead)).map(({ name }) => name)).toEqual([null, null]);
  expect(await people(ana)).toMatchObject([{ ...figures[0], name: "Ana", mine: true }]);
  const { progress } = await ben.review.campaigns.get({ campaignId: "camp_all" });
  expect(progress).toMatchObject({
    total: 6,
    decisions: 1,
    mine: 0,
    assignedToMe: 2,
    items: { open: 5, agreed: 1 },
  });
});

test("items are assigned only to people who can review", async () => {
  const open = openActs({ items: 2 });
  const lead = open.person("lead");
  open.person("reader", "reader");
  const assign = (userId: string) =>
    lead.review.campaigns.assign({ campaignId: "camp_all", userId, count: 1 });
  await expect(assign("nobody")).rejects.toMatchObject({ code: "NOT_FOUND", cause: { field: "userId" } });
  await expect(assign("reader")).rejects.toMatchObject({ code: "BAD_REQUEST", cause: { field: "userId" } });
  const whom = await open.person("lead").review.campaigns.assignable();
  expect(whom.length).toBeGreaterThan(0);
  expect(whom.map(({ name }) => name)).toEqual(whom.map(({ name }) => name).toSorted());
  expect(whom.map(({ id }) => id)).not.toContain("reader");
});

test("how often gold comes is told to those who lead", async () => {
  const open = openActs({ items: 2 });
  open.change("camp_all", { goldEvery: 5 });
  const goldOf = async (desk: ReturnType<typeof open.person>) =>
    (await desk.review.campaigns.get({ campaignId: "camp_all" })).goldEvery;
  expect(await goldOf(open.person("lead"))).toBe(5);
  expect(await goldOf(open.person("ana"))).toBeNull();
});
