import { eq } from "drizzle-orm";
import { runs } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { dryRun } from "@/server/runs/dry-run.service";
import { queue } from "@/server/runs/queue.service";
import { launchInputSchema } from "@/server/runs/steering.schema";
import { expect } from "./fixtures/app";
import { testOn } from "./fixtures/own-app";
import { launch } from "./fixtures/runs";
import type { RunningApp } from "./fixtures/running-app";
import { MODELS, seedWorkbench } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const AT_WORK = 4;
const WAITING = ["First of the queue", "Second of the queue", "Third of the queue"] as const;

/** More runs than a worker serves at once: the others wait. */
const test = testOn(async (db, home) => {
  await seedWorkbench(db, home);
  for (let number = 1; number <= AT_WORK; number++) {
    launch({ db }, { name: `Busy ${number}`, policyModelId: MODELS.slow.id, problemCount: 40, priority: 1 });
  }
  for (const name of WAITING) launch({ db }, { name, policyModelId: MODELS.slow.id, problemCount: 40 });
});

/** The queue as the worker takes it, by name. */
function order({ db }: RunningApp): string[] {
  return queue({ db }).map(
    ({ runId }) => db.select({ name: runs.name }).from(runs).where(eq(runs.id, runId)).get()?.name ?? "",
  );
}

test("the queue is put in order by buttons and by keys, and the worker takes it so", async ({
  app,
  page,
}) => {
  const [first, second, third] = WAITING;
  await expect.poll(() => order(app)).toEqual([first, second, third]);
  await visit(page, "/runs");
  const rows = page.getByRole("list", { name: "Queue" }).getByRole("listitem");
  await expect(rows).toHaveText([/First/, /Second/, /Third/]);
  await expect(page.getByRole("list", { name: "At work" }).getByRole("listitem")).toHaveCount(AT_WORK);
  await expect(page.getByRole("button", { name: `Move ${first} up` })).toBeDisabled();

  await page.getByRole("button", { name: `Move ${third} to the front` }).click();
  await expect(rows).toHaveText([/Third/, /First/, /Second/]);
  await expect.poll(() => order(app)).toEqual([third, first, second]);
  await expect(rows.first()).toContainText("1");

  const link = rows.filter({ hasText: third }).getByRole("link");
  await link.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(rows).toHaveText([/First/, /Third/, /Second/]);
  await expect(link).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(rows).toHaveText([/First/, /Second/, /Third/]);
  await page.keyboard.press("Alt+Home");
  await expect(rows).toHaveText([/Third/, /First/, /Second/]);
  await expect.poll(() => order(app)).toEqual([third, first, second]);
});

test("runs are found by text, status and kind; dry runs only where they are asked for", async ({
  app,
  page,
}) => {
  const found = launch(app, { name: "Needle in the list", problemCount: 1, kind: "iid-pairs" });
  await dryRun(
    { db: app.db, clock: systemClock },
    launchInputSchema.parse({ ...found.launch, name: "Needle" }),
  );
  await visit(page, "/runs");
  await page.getByRole("searchbox", { name: "Text" }).fill("needle");
  const rows = page.getByRole("table", { name: "Runs" }).getByRole("row");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("Needle in the list");
  await expect(page).toHaveURL(/q=needle/);

  await page.getByRole("combobox", { name: "Dry runs" }).selectOption("shown too");
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: "Dry run of Needle" })).toHaveCount(1);
  await page.reload();
  await expect(rows).toHaveCount(3);

  await page.getByRole("combobox", { name: "Kind" }).selectOption("SPHERE");
  await expect(page.getByText("No run fits")).toBeVisible();
  await page.getByRole("button", { name: "Show all runs" }).click();
  await expect(page.getByRole("list", { name: "Queue" })).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Text" })).toHaveValue("");
});
