import { expect, test } from "vitest";
import { openActs } from "../acts/testing/open-acts";
import { FIRST_REASONS } from "../campaigns.schema";
import { FIRST_GUIDELINES } from "./first-guidelines";

test("views are a person's own, one a name", async () => {
  const open = openActs({ items: 1 });
  const [ana, ben] = [open.person("ana"), open.person("ben")];
  const first = await ana.review.views.save({ name: "Hard ones", query: "bucket=hard" });
  const again = await ana.review.views.save({ name: "Hard ones", query: "bucket=hard&kind=pair" });
  await ben.review.views.save({ name: "Hard ones", query: "q=x" });
  expect(again.id).toBe(first.id);
  expect(await ana.review.views.list()).toEqual([{ ...first, query: "bucket=hard&kind=pair" }]);
  expect(await ben.review.views.remove({ viewId: first.id })).toEqual({ removed: false });
  expect(await ana.review.views.remove({ viewId: first.id })).toEqual({ removed: true });
  expect(await ana.review.views.list()).toEqual([]);
});

test("reasons start with a list, and one that decisions name cannot be removed", async () => {
  const open = openActs({ items: 2 });
  const [lead, ana] = [open.person("lead"), open.person("ana")];
  const first = await ana.review.reasons.list();
  expect(first.map(({ code }) => code)).toEqual(FIRST_REASONS.map(({ code }) => code));
  expect(first.every(({ active, used }) => active && !used)).toBe(true);
  await ana.decide(1, "reject", { reasons: ["incomplete"] });
  const own = [{ code: "off-topic", label: "Off topic" }];
  await expect(lead.review.reasons.save({ reasons: own })).rejects.toMatchObject({
    code: "CONFLICT",
    cause: { field: "reasons", fix: expect.stringContaining("Switch it off") },
  });
  expect(await ana.review.reasons.list()).toHaveLength(FIRST_REASONS.length);
  const saved = await lead.review.reasons.save({
    reasons: [...own, { code: "incomplete", label: "Breaks off", active: false }],
  });
  expect(saved).toEqual([
    { code: "off-topic", label: "Off topic", help: "", active: true, used: false },
    { code: "incomplete", label: "Breaks off", help: "", active: false, used: true },
  ]);
  await expect(ana.review.reasons.save({ reasons: own })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("guidelines are versions; whoever edited an old one is told", async () => {
  const open = openActs({ items: 1 });
  const [lead, ana] = [open.person("lead"), open.person("ana")];
  const campaignId = "camp_all";
  const start = await ana.review.guidelines.get({ campaignId });
  expect(start).toEqual({ campaignId, version: 0, markdown: FIRST_GUIDELINES, versions: [] });
  expect(FIRST_GUIDELINES).toContain(String.raw`\frac{1}{2}`);
  await lead.review.guidelines.save({ campaignId, markdown: "One", basedOn: 0 });
  await expect(
    lead.review.guidelines.save({ campaignId, markdown: "Other", basedOn: 0 }),
  ).rejects.toMatchObject({
    code: "CONFLICT",
    cause: { field: "basedOn" },
  });
  const second = await lead.review.guidelines.save({ campaignId, markdown: "Two", basedOn: 1 });
  expect(second).toMatchObject({ version: 2, markdown: "Two" });
  expect(second.versions.map(({ version, markdown, by }) => [version, markdown, by])).toEqual([
    [2, "Two", "Lead"],
    [1, "One", "Lead"],
  ]);
  expect((await ana.review.guidelines.get({ campaignId })).versions.map(({ by }) => by)).toEqual([
    null,
    null,
  ]);
  expect((await ana.review.campaigns.get({ campaignId })).guidelinesVersion).toBe(2);
});

test("preferences are a person's own, and null takes one away", async () => {
  const open = openActs({ items: 1 });
  const [ana, ben] = [open.person("ana"), open.person("ben")];
  const set = ana.review.preferences.set;
  await set({ name: "review.keys", value: { accept: "a" } });
  expect(await set({ name: "review.layout", value: "stacked" })).toEqual({
    "review.keys": { accept: "a" },
    "review.layout": "stacked",
  });
  expect(await ben.review.preferences.get()).toEqual({});
  expect(await set({ name: "review.layout", value: null })).toEqual({ "review.keys": { accept: "a" } });
  await expect(set({ name: "big", value: "x".repeat(30_000) })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});
