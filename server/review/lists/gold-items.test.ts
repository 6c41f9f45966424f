import { expect, it } from "vitest";
import { openActs } from "../acts/testing/open-acts";

it("lists a campaign's gold items with who found the right decision; skips do not count", async () => {
  const open = openActs({ items: 10, perProblem: 5 });
  const lead = open.person("lead", "runner");
  const [ana, ben] = [open.person("ana"), open.person("ben")];
  const two = await lead.review.campaigns.create({ name: "Two", overlap: 3 });
  await lead.review.gold.set({ number: 2, verdict: "accept" });
  await lead.review.gold.set({ number: 5, verdict: "swap" });
  await ana.decide(2, "accept", { campaignId: two.id });
  await ben.decide(2, "tie", { campaignId: two.id });
  await lead.decide(2, "skip", { campaignId: two.id });
  const gold = await lead.review.campaigns.gold({ campaignId: two.id });
  expect(gold.map(({ number, verdict, decided, right }) => [number, verdict, decided, right])).toEqual([
    [2, "accept", 2, 1],
    [5, "swap", 0, 0],
  ]);
  await lead.review.gold.set({ number: 5, verdict: null });
  expect(await lead.review.campaigns.gold({ campaignId: two.id })).toHaveLength(1);
  await expect(ana.review.campaigns.gold({ campaignId: two.id })).rejects.toThrow("needs the role runner");
});
