import { expect, test } from "vitest";
import { openActs } from "./acts/testing/open-acts";
import { exportDecisions } from "./export-decisions";

interface Line {
  readonly item: number;
  readonly chosen: string;
  readonly rejected: string;
  readonly outcome: string;
  readonly decisions: readonly {
    readonly annotator: string;
    readonly name: string | null;
    readonly campaignId: string;
    readonly verdict: string;
    readonly blind: boolean;
    readonly chosenSide: "left" | "right";
    readonly edited: { readonly chosen: string | null; readonly rejected: string | null };
  }[];
}

const linesOf = (lines: Generator<string>) =>
  [...lines].map((line) => {
    expect(line.endsWith("\n")).toBe(true);
    const parsed: Line = JSON.parse(line);
    return parsed;
  });

test("every decision that stands is a line's, in the true order whatever side was shown", async () => {
  const open = openActs({ items: 30 });
  const blind = open.campaign("Blind", { blind: true, seed: 3 });
  const people = ["ana", "ben", "cleo"].map((id) => open.person(id));
  const numbers: number[] = [];
  for (const [at, desk] of people.entries()) {
    const next = await desk.review.next({ campaignId: blind });
    if (!("item" in next)) throw new Error("nothing to decide on");
    const { number, left } = next.item;
    numbers.push(number);
    await desk.decide(number, at === 0 ? "left" : "right", { campaignId: blind });
    const seen = await desk.review.item({ number, campaignId: blind });
    const line = linesOf(exportDecisions({ db: open.db, actor: open.lead }, blind)).find(
      ({ item }) => item === number,
    );
    const decision = line?.decisions[0];
    expect(decision).toMatchObject({ blind: true, chosenSide: seen.facts?.chosenSide, name: null });
    expect(left.raw).toBe(decision?.chosenSide === "left" ? line?.chosen : line?.rejected);
    const picked = at === 0 ? "left" : "right";
    expect(decision?.verdict).toBe(picked === decision?.chosenSide ? "accept" : "swap");
  }
  const own = numbers[0] ?? 0;
  await people[0]?.undo();
  const left = linesOf(exportDecisions({ db: open.db, actor: open.lead }, blind));
  expect(left.map(({ item }) => item)).not.toContain(own);
  expect(left).toHaveLength(2);
});

test("all campaigns, edited texts, and names for administrators alone", async () => {
  const open = openActs({ items: 250, perProblem: 10 });
  const ana = open.person("ana");
  await ana.review.bulk({
    actId: crypto.randomUUID(),
    campaignId: "camp_all",
    verdict: "accept",
    expected: (await ana.review.bulkPreview({ campaignId: "camp_all", verdict: "accept" })).change,
  });
  const { version } = await ana.edit(1, "Step 1: Another way.\n\nThe answer is $\\boxed{7}$.");
  if (version === null) throw new Error("no version was kept");
  const { side } = version;
  await ana.decide(1, "accept", { versions: { left: null, right: null, [side]: version.id } });
  const admin = open.person("root", "admin");
  const lines = linesOf(exportDecisions({ db: open.db, actor: admin.actor }, null));
  expect(lines.map(({ item }) => item)).toEqual(Array.from({ length: 250 }, (_, at) => at + 1));
  const edited = lines[0]?.decisions[0]?.edited;
  expect([edited?.chosen, edited?.rejected]).toContain(version.text);
  expect(lines[0]?.decisions[0]).toMatchObject({ name: "Ana", campaignId: "camp_all" });
  const [forLead] = linesOf(exportDecisions({ db: open.db, actor: open.lead }, null));
  expect(forLead?.decisions[0]).toMatchObject({ name: null, annotator: lines[0]?.decisions[0]?.annotator });
});
