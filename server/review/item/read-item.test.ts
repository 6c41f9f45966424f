import { eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  campaignItems,
  chains,
  corrections,
  models,
  pairs,
  reviewItems,
  reviewSuggestions,
} from "@/db/schema";
import { addActor } from "@/server/accounts/testing/actors";
import { openRuns } from "@/server/runs/testing/open-runs";
import { scriptedEngine, workOnce } from "@/server/runs/testing/scripted-run";
import { splitSteps } from "@/server/sphere/split-steps";
import { openActs } from "../acts/testing/open-acts";
import { syncItems } from "../sync-items.service";
import { readItem } from "./read-item.service";

const inAll = (number: number) => ({ number, campaignId: "camp_all" });

/** Every item of a finished run of the scripted models, as an annotator meets it. */
async function readRun() {
  const open = openRuns(6);
  const { db, clock } = open;
  await open.launch();
  await workOnce(db, { policy: scriptedEngine(db), small: scriptedEngine(db, "weak") });
  syncItems(db, { now: 1 });
  const ctx = { db, clock, actor: addActor(db, "ana") };
  const rows = db.select().from(reviewItems).all();
  return { db, items: rows.map((row) => ({ row, view: readItem(ctx, inAll(row.number)) })) };
}

describe("an item of a real run", () => {
  it("shows a pair's texts whole, step by step, the chosen one on the left", async () => {
    const { db, items } = await readRun();
    const made = db.select().from(pairs).all();
    for (const pair of made) {
      const view = items.find(({ row }) => row.pairId === pair.id)?.view;
      expect(view).toMatchObject({
        kind: "pair",
        hindrance: null,
        prompt: pair.prompt,
        left: { raw: pair.chosen },
        right: { raw: pair.rejected },
        facts: { chosenSide: "left", left: { value: pair.qChosen }, right: { value: pair.qRejected } },
      });
      expect(view?.shared.join("")).toBe(pair.prefix);
      // A reflection ends with the solution in it; what it says after that is no step.
      const kept = pair.level === "correction-turn" ? splitSteps(pair.chosen).steps.join("") : pair.chosen;
      expect(view?.left.steps.join("")).toBe(kept);
    }
    expect(made.map(({ level }) => level)).toEqual(expect.arrayContaining(["solution", "prefix"]));
  });

  it("shows a correction's wrong chain on the left with the claim, its repair on the right", async () => {
    const { db, items } = await readRun();
    const repairs = db.select().from(corrections).where(isNotNull(corrections.chainId)).all();
    const stepsOf = (id: string | null) =>
      db
        .select()
        .from(chains)
        .where(eq(chains.id, id ?? ""))
        .get()?.steps;
    for (const { id, chainId, wrongChainId, claimedStep, explanation, refusedBy } of repairs) {
      expect(items.find(({ row }) => row.correctionId === id)?.view).toMatchObject({
        kind: "correction",
        shared: [],
        left: { steps: stepsOf(wrongChainId) },
        right: { steps: stepsOf(chainId) },
        facts: {
          chosenSide: "right",
          claim: { side: "left", step: claimedStep, explanation },
          refusedBy,
          left: { chainId: wrongChainId },
          right: { chainId },
        },
      });
    }
    expect(repairs.length).toBeGreaterThan(0);
  });
});

describe("who sees what of an item", () => {
  it("a lease, once it is taken; others read why they have to wait", async () => {
    const open = openActs();
    const [ana, ben] = [open.person("ana"), open.person("ben")];
    const { lease } = await ana.review.leases.take(inAll(1));
    expect((await ana.review.item(inAll(1))).lease).toEqual(lease);
    expect(await ben.review.item(inAll(1))).toMatchObject({
      lease: null,
      hindrance: "Somebody else has this item open now.",
    });
    open.pass(10 * 60_000);
    expect((await ana.review.item(inAll(1))).lease).toBeNull();
    await ben.decide(1, "accept");
    expect((await open.person("cem").review.item(inAll(1))).hindrance).toBe(
      "Enough people have decided on this item.",
    );
    expect((await open.person("rea", "reader").review.item(inAll(2))).hindrance).toMatch(/needs the role/);
    expect((await ana.review.item({ number: 2 })).hindrance).toBe(
      "Open the item in a campaign to decide on it.",
    );
  });

  it("a judge's opinion as such, by the side that it prefers", async () => {
    const open = openActs();
    const { db } = open;
    const modelId = db.select().from(models).get()?.id ?? "";
    open.change("camp_all", { judgeModelId: modelId });
    const scores: readonly (number | null)[] = [0.75, 0.25, null];
    for (const [at, score] of scores.entries()) {
      db.insert(reviewSuggestions)
        .values({ itemNumber: at + 1, modelId, score, at: 0 })
        .run();
    }
    const ana = open.person("ana");
    const modelName = db.select().from(models).get()?.name;
    const opinions = await Promise.all([1, 2, 3, 4].map((number) => ana.review.item(inAll(number))));
    expect(opinions.map(({ suggestion }) => suggestion)).toEqual([
      { modelName, side: "left", score: 0.75 },
      { modelName, side: "right", score: 0.75 },
      null,
      null,
    ]);
    expect((await ana.review.item({ number: 1 })).suggestion).toBeNull();
  });

  it("a gold verdict, the decisions of others and their names only as far as the role goes", async () => {
    const open = openActs();
    const campaignId = open.campaign("Two", { overlap: 2 });
    const [ana, lead, ada] = [open.person("ana"), open.person("lead"), open.person("ada", "admin")];
    const key = { number: 1, campaignId };
    await lead.review.gold.set({ number: 1, verdict: "swap" });
    await ana.decide(1, "accept", { campaignId });
    const seenBy = async (who: typeof ana) => {
      const { gold, others, mine } = await who.review.item(key);
      return { gold, others: others.map(({ by }) => by), mine: mine?.by ?? null };
    };
    expect(await seenBy(ana)).toEqual({ gold: null, others: [], mine: "Ana" });
    // Two are to decide for themselves: whoever leads does not see the first while they may be the second.
    expect(await seenBy(lead)).toEqual({ gold: "swap", others: [], mine: null });
    await lead.decide(1, "accept", { campaignId });
    expect(await seenBy(lead)).toEqual({ gold: "swap", others: [null], mine: "Lead" });
    expect(await seenBy(ada)).toEqual({ gold: "swap", others: ["Ana", "Lead"], mine: null });
    await lead.review.gold.set({ number: 1, verdict: null });
    expect((await seenBy(ada)).gold).toBeNull();
    await expect(lead.review.gold.set({ number: 999, verdict: "tie" })).rejects.toThrow(
      "There is no item 999.",
    );
    await expect(ana.review.gold.set({ number: 1, verdict: "tie" })).rejects.toThrow(/role runner/);
  });

  it("the reference answer's flags, with what others wrote", async () => {
    const open = openActs();
    const [ana, ben] = [open.person("ana"), open.person("ben")];
    await ana.flag("problem_fill_0", true, "It is 9.");
    expect((await ben.review.item({ number: 1 })).problem.flags).toEqual([
      { by: null, mine: false, note: "It is 9." },
    ]);
    expect((await ana.review.item({ number: 1 })).problem.flags).toMatchObject([{ by: "Ana", mine: true }]);
  });

  it("says plainly what is not there", async () => {
    const open = openActs();
    const ana = open.person("ana");
    await expect(ana.review.item({ number: 99 })).rejects.toThrow("There is no item 99.");
    await expect(ana.review.item({ number: 1, campaignId: "none" })).rejects.toThrow(/no such campaign/);
    open.db.delete(campaignItems).where(eq(campaignItems.itemNumber, 1)).run();
    await expect(ana.review.item(inAll(1))).rejects.toThrow(
      'Item 1 does not belong to the campaign "Everything".',
    );
  });
});
