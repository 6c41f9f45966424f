import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  chains,
  chainVersions,
  corrections,
  models,
  pairs,
  reviewDecisions,
  reviewItems,
  reviewSuggestions,
  runs,
} from "@/db/schema";
import { openActs, type Desk } from "../acts/testing/open-acts";
import { hiddenSide, otherSide } from "./true-order";

const MARK = "PLANTED";

const mark = (name: string): string => `${MARK}-${name}`;

/** Plants a marker into whatever tells how an item came to be, and what others hold of it. */
async function planted() {
  const open = openActs({ items: 10, perProblem: 10 });
  const { db } = open;
  const campaignId = open.campaign("Blind", { blind: true, overlap: 3, seed: 5 });
  db.update(runs)
    .set({ name: mark("run") })
    .run();
  db.update(chains)
    .set({ rule: mark("rule"), extracted: mark("extracted"), firstWrongStep: 77_077 })
    .run();
  db.update(corrections)
    .set({ explanation: mark("explanation"), refusedBy: mark("refused"), claimedStep: 77_077 })
    .run();
  db.update(pairs)
    .set({ similarity: 0.77077, qChosen: 0.77177, qRejected: 0.17077, firstWrongStep: 77_077 })
    .run();
  db.update(reviewItems).set({ doubt: 0.27077, margin: 0.37077, rollouts: 77_077 }).run();
  const [judge] = db.select().from(models).all();
  for (const { number } of db.select().from(reviewItems).all()) {
    db.insert(reviewSuggestions)
      .values({ itemNumber: number, modelId: judge?.id ?? "", score: 0.97077, at: 0 })
      .run();
  }
  // A campaign cannot be made blind with a judge; one that has both all the same shows nothing.
  open.change(campaignId, { judgeModelId: judge?.id ?? null });
  const other = open.person("other");
  await other.flag("problem_fill_0", true, mark("flag"));
  const secret = { note: mark("note"), reasons: ["incomplete"] };
  for (const number of [1, 2, 3, 10]) {
    const { version } = await other.edit(number, `Step 1: ${mark("version")} ${number}\n`);
    await other.decide(number, "left", {
      ...secret,
      campaignId: "camp_all",
      versions: { left: version?.id ?? null, right: null },
    });
    await other.decide(number, "left", { ...secret, campaignId });
  }
  return { ...open, campaignId, ana: open.person("ana"), other };
}

const TELLS = [
  MARK,
  "77077",
  "77177",
  "17077",
  "27077",
  "37077",
  "97077",
  "chosen",
  "rejected",
  "accept",
  "swap",
  "correct",
  "chain_",
  "pair_",
  "run_",
  "self-",
];

/** What of an answer could tell the order. The texts of both sides are what the person is to judge. */
function tellTales(view: Awaited<ReturnType<Desk["review"]["item"]>>): string[] {
  const { left, right, shared, kind, ...rest } = view;
  expect([left.steps.length, right.steps.length, shared.length]).not.toContain(Number.NaN);
  const sent = JSON.stringify({ kind: kind === "correction" ? "" : kind, ...rest });
  return TELLS.filter((tell) => sent.includes(tell));
}

describe("blind mode", () => {
  it("sends nothing that tells the order before the viewer's own decision stands", async () => {
    const { ana, campaignId } = await planted();
    for (const number of [1, 2, 3, 10]) {
      const key = { number, campaignId };
      const before = await ana.review.item(key);
      expect(tellTales(before)).toEqual([]);
      expect(before).toMatchObject({ facts: null, suggestion: null, mine: null, others: [], gold: null });
      expect(before.hindrance).toBeNull();
      await ana.decide(number, "left", { campaignId });
      const after = await ana.review.item(key);
      expect(tellTales(after)).toEqual(expect.arrayContaining([MARK, "77077", "27077", "correct", "chain_"]));
      expect(after.facts?.chosenSide).toBe(after.mine?.verdict === "accept" ? "left" : "right");
      expect(after.suggestion).toBeNull();
      expect([after.left, after.right]).toEqual([before.left, before.right]);
      await ana.undo();
      const again = await ana.review.item(key);
      expect(again).toEqual(before);
    }
  });

  it("holds for the same person in other campaigns and without one, but not for those who lead", async () => {
    const { ana, campaignId, person } = await planted();
    for (const elsewhere of ["camp_all", null]) {
      const view = await ana.review.item({ number: 4, campaignId: elsewhere });
      expect(tellTales({ ...view, campaign: null })).toEqual([]);
      expect(
        (await person("rea" + String(elsewhere), "reader").review.item({ number: 4, campaignId: elsewhere }))
          .facts,
      ).toBeNull();
    }
    expect((await ana.review.item({ number: 4, campaignId: "camp_all" })).campaign?.blind).toBe(true);
    const lead = person("lead");
    expect((await lead.review.item({ number: 4, campaignId: null })).facts).not.toBeNull();
    expect((await lead.review.item({ number: 4, campaignId })).facts).toBeNull();
  });

  it("lets a person who was given an item before it became blind say what they saw", async () => {
    const { ana, campaign } = openWith();
    await ana.review.leases.take({ campaignId: "camp_all", number: 1 });
    campaign("Later", { blind: true });
    await ana.decide(1, "swap");
    expect((await ana.review.item({ number: 1, campaignId: "camp_all" })).mine?.verdict).toBe("swap");
    expect((await ana.review.item({ number: 2, campaignId: "camp_all" })).facts).toBeNull();
  });

  it("stores the true order whichever side was picked, with the side it stood on", async () => {
    const { db, campaignId, person, change } = await planted();
    change(campaignId, { overlap: 20 });
    const sides = new Set<string>();
    for (const id of ["p", "q", "r", "s", "t", "u", "v", "w"]) {
      const who = person(id);
      const chosenSide = hiddenSide({ seed: 5, number: 5, userId: id });
      sides.add(chosenSide);
      const view = await who.review.item({ number: 5, campaignId });
      const pair = db
        .select()
        .from(pairs)
        .where(eq(pairs.id, pairIdOf(db, 5)))
        .get();
      expect(view[chosenSide].raw).toBe(pair?.chosen);
      expect(view[otherSide(chosenSide)].raw).toBe(pair?.rejected);
      await expect(who.decide(5, "accept", { campaignId })).rejects.toThrow(
        "The order of this item is hidden",
      );
      const wrongAt = { left: chosenSide === "left" ? null : 0, right: chosenSide === "right" ? null : 0 };
      const accepted = await who.decide(5, chosenSide, { campaignId, firstWrong: wrongAt });
      expect(
        db.select().from(reviewDecisions).where(eq(reviewDecisions.actSeq, accepted.seq)).get(),
      ).toMatchObject({
        verdict: "accept",
        blind: true,
        chosenSide,
        chosenFirstWrong: null,
        rejectedFirstWrong: 0,
      });
      expect((await who.review.item({ number: 5, campaignId })).mine?.firstWrong).toEqual(wrongAt);
    }
    expect(sides.size).toBe(2);
  });

  it("writes no more into the history than the person knew", async () => {
    const { ana, campaignId } = await planted();
    await ana.edit(6, "Step 1: A longer text than before.\n", { campaignId, side: "right" });
    await ana.decide(6, "right", { campaignId });
    await ana.undo();
    const { acts } = await ana.review.history({});
    expect(acts.map(({ summary }) => summary)).toEqual([
      "Undid: Right is better: item 6",
      "Right is better: item 6",
      "Edited the right chain of item 6",
    ]);
  });

  it("keeps the grader's word on an edit until the decision", async () => {
    const { ana, campaignId, db } = await planted();
    const made = await ana.edit(7, "Step 1: So the answer is \\boxed{3}.\n", { campaignId, side: "right" });
    expect(made.version).toMatchObject({
      side: "right",
      verdict: null,
      rule: null,
      extracted: null,
      mine: true,
    });
    expect(db.select().from(chainVersions).all().at(-1)?.extracted).toBe("3");
    await ana.decide(7, "right", { campaignId, versions: { left: null, right: made.version?.id ?? null } });
    const { versions } = await ana.review.item({ number: 7, campaignId });
    expect(versions).toMatchObject([{ side: "right", extracted: "3" }]);
  });
});

function openWith() {
  const open = openActs();
  return { ...open, ana: open.person("ana") };
}

function pairIdOf(db: ReturnType<typeof openActs>["db"], number: number): string {
  return db.select().from(reviewItems).where(eq(reviewItems.number, number)).get()?.pairId ?? "";
}
