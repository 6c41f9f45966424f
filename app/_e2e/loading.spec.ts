import { once } from "node:events";
import { systemClock } from "@/server/foundation/clock";
import { cancelRun } from "@/server/runs/runs.service";
import { expect } from "./fixtures/app";
import { testOn } from "./fixtures/own-app";
import { launch } from "./fixtures/runs";
import { seedWorkbench } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const RUNS = 33;
const SHOWN = 30;

/** Runs that nobody works on, each of a moment of its own. */
const test = testOn(async (db, home) => {
  await seedWorkbench(db, home);
  for (let number = 1; number <= RUNS; number++) {
    const clock = { ...systemClock, now: () => number };
    const { id } = launch({ db, clock }, { name: `Run ${number}`, problemCount: 1 });
    cancelRun({ db, clock }, id);
  }
});

test("a list keeps its place while it is read, and says so when it cannot be", async ({ page }) => {
  await visit(page, "/runs");
  const rows = page.getByRole("table", { name: "Runs" }).getByRole("row");
  await expect(rows).toHaveCount(SHOWN + 1);
  await expect(rows.nth(1)).toContainText(`Run ${RUNS}`);

  const lost = new AbortController();
  await page.route(/\/api\/trpc\/[^?]*runs\.list/, async (route) => {
    if (!lost.signal.aborted) await once(lost.signal, "abort");
    await route.abort();
  });
  await page.getByRole("button", { name: "Next page" }).click();
  const loading = page.getByRole("main").getByRole("status", { name: "Loading" });
  await expect(loading).toBeVisible();
  await expect(rows).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Runs" })).toBeVisible();

  lost.abort();
  const alert = page.getByRole("alert").filter({ hasText: "The runs could not be read" });
  await expect(alert).toBeVisible();
  await expect(loading).toBeHidden();

  await page.unrouteAll();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(rows).toHaveCount(1 + RUNS - SHOWN);
  await expect(alert).toBeHidden();
  await expect(page.getByRole("button", { name: "Next page" })).toBeHidden();
});
