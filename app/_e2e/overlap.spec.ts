import { eq } from "drizzle-orm";
import { contaminationDecisions, contaminationMatches } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { checkProblem } from "@/server/problems/check-line";
import { importProblems } from "@/server/problems/import-problems";
import { expect, test } from "./fixtures/app";
import { expectNoBarriers } from "./fixtures/barriers";
import type { RunningApp } from "./fixtures/running-app";
import { setNamed } from "./fixtures/runs";
import { visit } from "./fixtures/visit";

const WELL =
  "A snail climbs $3$ metres up a well by day and slips down $2$ metres by night. The well is $10$ metres deep. When is it out?";
const FENCE =
  "A fence of $48$ metres encloses a field that is twice as long as it is wide. How large is the field, in square metres?";

interface Brought {
  readonly name: string;
  /** A starter set is never the one that a launch form begins with beside the larger one of every app. */
  readonly kind: "starter" | "benchmark";
  readonly problems: readonly object[];
}

async function bring(app: RunningApp, { name, kind, problems }: Brought): Promise<void> {
  const ctx = { db: app.db, clock: systemClock, env: { home: app.home, dataDir: undefined } };
  const candidates = problems.map((problem, index) => ({ line: index + 1, ...checkProblem(problem) }));
  await importProblems(ctx, { name, kind, source: `${name}.jsonl`, licence: null }, candidates);
}

test("a match with a benchmark bars a launch until somebody decides", async ({ app, page }) => {
  await bring(app, {
    name: "Wells",
    kind: "starter",
    problems: [
      { id: "well", problem: WELL, answer: "8" },
      { id: "fence", problem: FENCE.replace("48", "60"), answer: "200" },
      { id: "other", problem: "How many vowels has the word benchmark?", answer: "2" },
    ],
  });
  await bring(app, {
    name: "Wells test",
    kind: "benchmark",
    problems: [
      { id: "b-well", problem: WELL, answer: "8" },
      { id: "b-fence", problem: FENCE, answer: "128" },
    ],
  });
  const { id } = setNamed(app, "Wells");

  await visit(page, "/runs/new");
  await page.getByRole("combobox", { name: "Problem set" }).selectOption(id);
  await page.getByRole("link", { name: "decides on the overlap" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overlap of Wells" })).toBeVisible();
  await expect(page.getByText("2 problems open")).toBeVisible();
  const well = page.getByRole("listitem", { name: /well and b-well/ });
  const fence = page.getByRole("listitem", { name: /fence and b-fence/ });
  await expect(well).toContainText("the same problem");
  await expectNoBarriers(page);

  await well.getByRole("button", { name: "Waive … well" }).click();
  await page.getByRole("textbox", { name: "Why it may train" }).fill("The snail is in every book.");
  await page.getByRole("button", { name: "Waive", exact: true }).click();
  await expect(well).toBeHidden();
  await page.getByRole("button", { name: "Leave out all open …" }).click();
  await page.getByRole("button", { name: "Leave out", exact: true }).click();
  await expect(page.getByText("1 match left out, 1 waived, none open.")).toBeVisible();

  await page.getByRole("button", { name: "Show all matches" }).click();
  await expect(fence).toContainText("left it out");
  await expect(well).toContainText("The snail is in every book.");
  const decided = app.db
    .select({ decision: contaminationDecisions.decision })
    .from(contaminationDecisions)
    .innerJoin(contaminationMatches, eq(contaminationMatches.id, contaminationDecisions.matchId))
    .where(eq(contaminationMatches.setId, id))
    .all();
  expect(decided.map(({ decision }) => decision)).toEqual(["waive", "leave-out"]);
});
