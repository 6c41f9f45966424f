import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { chains, chainVersions, pairs, problems, reviewItems } from "@/db/schema";
import { GRADER_VERSION } from "@/server/math";
import { openActs } from "./testing/open-acts";

const KEY = { number: 1, campaignId: "camp_all" };

function withAnswer(answer: string) {
  const open = openActs();
  open.db.update(problems).set({ answer }).run();
  return { ...open, ana: open.person("ana") };
}

describe("an edited chain", () => {
  it("is cut and graded as a run would, and kept beside the original", async () => {
    const { db, ana } = withAnswer("42");
    const original = await ana.review.item(KEY);
    const text = "Step 1: Six sevens are asked for here.\nStep 2: So the answer is \\boxed{42}.\n";
    const made = await ana.edit(1, text);
    expect(made).toMatchObject({ kind: "edit", number: 1, summary: "Edited the chosen chain of item 1" });
    expect(made.version).toMatchObject({
      side: "left",
      steps: ["Step 1: Six sevens are asked for here.\n", "Step 2: So the answer is \\boxed{42}."],
      verdict: "correct",
      extracted: "42",
      mine: true,
      by: "Ana",
    });
    const after = await ana.review.item(KEY);
    expect(after.left).toEqual(original.left);
    expect(after.versions).toEqual([made.version]);
    expect(db.select().from(chainVersions).get()?.graderVersion).toBe(GRADER_VERSION);
    const wrong = await ana.edit(1, text.replace("42", "41"), { side: "right" });
    expect(wrong.version).toMatchObject({ side: "right", verdict: "incorrect" });
  });

  it("is refused where the item has the text already, or the person may not decide", async () => {
    const { ana, person } = withAnswer("42");
    const { left, right } = await ana.review.item(KEY);
    await expect(ana.edit(1, left.raw)).rejects.toThrow("The item has this text already.");
    await ana.edit(1, right.raw);
    await expect(ana.edit(1, `${right.raw}\n\n`)).rejects.toThrow("The item has this text already.");
    await ana.decide(1, "accept");
    await expect(person("ben").edit(1, "Step 1: Another one.")).rejects.toThrow("Enough people have decided");
  });

  it("goes on after what both sides were given, joined as the original was", async () => {
    const { db, ana } = withAnswer("42");
    const shared = ["Step 1: Both were given this.\n", "Step 2: And this as well."];
    const prefix = shared.join("");
    const { pairId } = db.select().from(reviewItems).get() ?? {};
    const pair = db
      .select()
      .from(pairs)
      .where(eq(pairs.id, pairId ?? ""))
      .get();
    for (const [id, end] of [
      [pair?.chosenChainId, " So it is \\boxed{42}."],
      [pair?.rejectedChainId, " So it is \\boxed{40}."],
    ] as const) {
      db.update(chains)
        .set({ steps: [...shared, end] })
        .where(eq(chains.id, id ?? ""))
        .run();
    }
    db.update(pairs)
      .set({
        level: "prefix",
        prefix,
        prefixSteps: 2,
        chosen: " So it is \\boxed{42}.",
        rejected: " So it is \\boxed{40}.",
      })
      .where(eq(pairs.id, pairId ?? ""))
      .run();
    const view = await ana.review.item(KEY);
    expect(view).toMatchObject({
      shared,
      left: { steps: [" So it is \\boxed{42}."], raw: " So it is \\boxed{42}." },
      right: { steps: [" So it is \\boxed{40}."] },
    });
    const { version } = await ana.edit(1, "Hence it must be \\boxed{42}.");
    expect(version).toMatchObject({
      text: " Hence it must be \\boxed{42}.",
      steps: [" Hence it must be \\boxed{42}."],
      verdict: "correct",
    });
    await ana.decide(1, "accept", {
      firstWrong: { left: 2, right: 0 },
      versions: { left: version?.id ?? null, right: null },
    });
    await expect(ana.decide(1, "accept", { firstWrong: { left: 3, right: null } })).rejects.toThrow(
      "The chain has 3 steps.",
    );
  });

  it("is not taken for a version of the other side", async () => {
    const { ana } = withAnswer("42");
    const { version } = await ana.edit(1, "Step 1: Another way, the answer is \\boxed{42}.");
    const versions = { left: null, right: version?.id ?? null };
    await expect(ana.decide(1, "accept", { versions })).rejects.toThrow(/not there any more/);
    await expect(
      ana.decide(2, "accept", { versions: { left: version?.id ?? null, right: null } }),
    ).rejects.toThrow(/not there any more/);
  });
});

describe("hostile text in an edit", () => {
  it("of 200,000 characters is kept as it was written, and decides nothing", async () => {
    const { db, ana } = withAnswer("42");
    const text = `Step 1: ${"<script>alert(1)</script>\u202e\u200b $x^{".repeat(6_000)}`;
    const { version } = await ana.edit(1, text);
    expect(version?.verdict).not.toBe("correct");
    expect(version?.text).toBe(text.trim());
    expect(db.select().from(chainVersions).get()?.text).toBe(text.trim());
    expect((await ana.review.item(KEY)).versions[0]?.steps.join("")).toBe(text.trim());
  });
});
