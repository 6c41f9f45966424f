import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reviewDecisions, reviewItems } from "@/db/schema";
import { openActs } from "../acts/testing/open-acts";
import { fillItems } from "../testing/fill-items";
import { itemFilterSchema, NO_FILTER, SORTS, type ItemFilter, type ItemState } from "../review.schema";

type Row = typeof reviewItems.$inferSelect;

/** Sixty items of three runs, ten of them decided by two people. */
async function openList() {
  const open = openActs({ items: 0 });
  fillItems(open.db, { items: 60, runs: 3, seed: "list" });
  const [admin, ana] = [open.person("boss", "admin"), open.person("ana")];
  const campaignId = "camp_all";
  open.change(campaignId, { overlap: 2 });
  for (let number = 1; number <= 10; number++) {
    await ana.decide(number, number % 2 === 0 ? "accept" : "reject", {
      reasons: number % 3 === 0 ? ["arithmetic-slip", "incomplete"] : [],
    });
  }
  for (const number of [1, 2]) await admin.decide(number, "accept");
  const rows = open.db.select().from(reviewItems).all();
  return { ...open, admin, ana, rows, campaignId };
}

const open = await openList();

const reasonsOf = (number: number) =>
  open.db
    .select()
    .from(reviewDecisions)
    .where(eq(reviewDecisions.itemNumber, number))
    .all()
    .flatMap(({ reasons }) => reasons);

/** What each field means, said once more in another way: row by row. */
const cases: { [Field in keyof ItemFilter]: [NonNullable<ItemFilter[Field]>, (row: Row) => boolean] } = {
  kind: ["correction", (row) => row.correctionId !== null],
  runId: ["run_list_1", (row) => row.runId === "run_list_1"],
  stage: ["self-correction", (row) => row.stage === "self-correction"],
  bucket: ["hard", (row) => row.bucket === "hard"],
  level: ["Level 2", (row) => row.level === "Level 2"],
  subject: ["geometry", (row) => row.subject === "geometry"],
  marginMin: [0.25, (row) => row.margin !== null && row.margin >= 0.25],
  marginMax: [0.25, (row) => row.margin !== null && row.margin <= 0.25],
  lengthMin: [500, (row) => row.length >= 500],
  lengthMax: [500, (row) => row.length <= 500],
  outcome: ["conflict", (row) => row.number === 1],
  annotatorId: ["ana", (row) => row.number <= 10],
  reason: ["incomplete", (row) => reasonsOf(row.number).includes("incomplete")],
  machine: ["refused", (row) => row.machineAccepted === false],
  text: ["triangle", () => true],
};

test("there is a case for every field", () => {
  expect(Object.keys(cases).toSorted()).toEqual(Object.keys(itemFilterSchema.shape).toSorted());
});

test.each(Object.entries(cases).filter(([field]) => field !== "text"))(
  "%s keeps some and drops others",
  async (field, [value, keeps]) => {
    const wanted = open.rows.filter(keeps).map(({ number }) => number);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(open.rows.length);
    for (const campaignId of [null, open.campaignId]) {
      const { total, items } = await open.admin.review.items.list({
        filter: { ...NO_FILTER, [field]: value },
        sort: "newest",
        pageSize: 100,
        campaignId,
      });
      expect(total).toBe(wanted.length);
      expect(items.map(({ number }) => number)).toEqual(wanted.toReversed());
    }
  },
);

test("text finds words of the problem, either chain and the explanation, with other fields too", async () => {
  const list = async (filter: Partial<ItemFilter>) =>
    (await open.admin.review.items.list({ filter, pageSize: 100 })).items.map(({ number }) => number);
  const correction = open.rows.find(({ kind }) => kind === "correction");
  expect(await list({ text: "many left how" })).toHaveLength(60);
  expect(await list({ text: "how many", kind: "correction" })).toHaveLength(6);
  expect(await list({ text: "which is wrong", kind: "pair" })).toEqual([]);
  expect(await list({ text: "which is wro" })).toContain(correction?.number);
  expect(await list({ text: "?!" })).toEqual([]);
});

test("unnamed reasons and wildcards find nothing by accident", async () => {
  for (const reason of ["arithmetic", "%", '"', "[]"]) {
    expect((await open.admin.review.items.list({ filter: { reason } })).total).toBe(0);
  }
});

test.each(SORTS)("pages of the %s order join to the whole of it, from either end", async (sort) => {
  const whole = await open.admin.review.items.list({ sort, seed: 3, pageSize: 100 });
  const pages = [];
  for (let page = 1; page <= 9; page++) {
    pages.push(...(await open.admin.review.items.list({ sort, seed: 3, page, pageSize: 7 })).items);
  }
  expect(pages).toEqual(whole.items);
  expect(new Set(pages.map(({ number }) => number)).size).toBe(60);
  expect((await open.admin.review.items.list({ sort, page: 10, pageSize: 7 })).items).toEqual([]);
});

const order = async (sort: (typeof SORTS)[number], seed: number) =>
  (await open.admin.review.items.list({ sort, seed, pageSize: 100 })).items;

test("the doubtful order falls, and only the random one knows seeds", async () => {
  const doubts = (await order("doubtful", 3)).map(({ doubt }) => doubt);
  expect(doubts).toEqual(doubts.toSorted((a, b) => b - a));
  expect(await order("doubtful", 4)).toEqual(await order("doubtful", 3));
  expect(await order("newest", 4)).toEqual(await order("newest", 3));
  expect(await order("random", 3)).toEqual(await order("random", 3));
  expect(await order("random", 4)).not.toEqual(await order("random", 3));
});

const list = async (state: ItemState) =>
  (await open.admin.review.items.list({ campaignId: "camp_all", state, sort: "newest", pageSize: 100 }))
    .items;

test("state is that within the campaign", async () => {
  expect((await list("conflict")).map(({ number, state }) => [number, state])).toEqual([[1, "conflict"]]);
  expect((await list("agreed")).map(({ number }) => number)).toEqual([2]);
  expect(await list("open")).toHaveLength(58);
});

test("a campaign's list has its own items only", async () => {
  const campaignId = open.campaign("Corrections", { filter: { ...NO_FILTER, kind: "correction" } });
  const { total, items } = await open.admin.review.items.list({ campaignId });
  expect(total).toBe(6);
  expect(new Set(items.map(({ kind, state }) => `${kind} ${state}`))).toEqual(new Set(["correction open"]));
  const facets = await open.admin.review.items.facets({ campaignId });
  expect(facets.total).toBe(6);
  expect(facets.subjects.reduce((sum, { count }) => sum + count, 0)).toBe(6);
});

test("the filter bar offers what occurs, and others' names to administrators alone", async () => {
  const facets = await open.admin.review.items.facets({});
  expect(facets.runs.map(({ name, count }) => [name, count])).toEqual([
    ["Filled 1", 20],
    ["Filled 2", 20],
    ["Filled 3", 20],
  ]);
  expect(facets.levels.map(({ value }) => value)).toEqual(["Level 1", "Level 2", "Level 3", "Level 4"]);
  expect(facets.annotators.map(({ id }) => id).toSorted()).toEqual(["ana", "boss"]);
  expect((await open.ana.review.items.facets({})).annotators).toEqual([
    { id: "ana", name: "Ana", mine: true },
  ]);
  expect(facets.reasons[0]).toEqual({ code: "arithmetic-slip", label: "Arithmetic slip" });
});

test("what somebody else decided is listed for administrators alone", async () => {
  const own = await open.ana.review.items.list({ filter: { annotatorId: "ana" } });
  expect(own.total).toBe(10);
  await expect(open.ana.review.items.list({ filter: { annotatorId: "boss" } })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("a blind campaign hides from lists what its annotators have yet to decide", async () => {
  const campaignId = open.campaign("Blind", { blind: true });
  const row = async (desk: typeof open.ana) =>
    (await desk.review.items.list({ pageSize: 100 })).items.find(({ number }) => number === 2);
  expect(await row(open.ana)).toMatchObject({
    outcome: "undecided",
    decisionCount: 0,
    margin: null,
    bucket: null,
  });
  expect(await row(open.admin)).toMatchObject({ outcome: "accept", decisionCount: 2 });
  await open.ana.review.leases.take({ campaignId, number: 2 });
  await open.ana.decide(2, "tie", { campaignId });
  expect((await row(open.ana))?.decisionCount).toBe(3);
});
