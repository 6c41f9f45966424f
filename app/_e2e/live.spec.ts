import { systemClock } from "@/server/foundation/clock";
import { appendEvent } from "@/server/runs/events.repo";
import { pauseRun } from "@/server/runs/runs.service";
import { expect, test } from "./fixtures/app";
import { layCable } from "./fixtures/cable";
import { expectStatus, launch } from "./fixtures/runs";
import { MODELS } from "./fixtures/seed";
import type { RunningApp } from "./fixtures/running-app";
import { visit } from "./fixtures/visit";

function write(app: RunningApp, runId: string, message: string): void {
  appendEvent(app.db, { runId, level: "info", kind: "spec-wrote", message }, systemClock.now());
}

test("events reach the open page, and those missed while the line was cut arrive once each", async ({
  app,
  page,
}) => {
  const run = launch(app, { name: "Watched", policyModelId: MODELS.slow.id });
  pauseRun({ db: app.db, clock: systemClock }, run.id);
  await expectStatus(app, run.id, "paused");
  write(app, run.id, "Written before the page was open.");
  const cable = await layCable(app.url);
  await visit(page, `${cable.url}/runs/${run.id}?tab=events`);
  await expect(page.getByText("live", { exact: true })).toBeVisible();
  const log = page.getByRole("region", { name: "Events, newest first" });
  await expect(log.getByText("Written before the page was open.")).toHaveCount(1);
  await page.evaluate(() => {
    document.body.dataset["mark"] = "not reloaded";
  });

  write(app, run.id, "Written while the page is open.");
  await expect(log.getByText("Written while the page is open.")).toHaveCount(1);

  cable.cut();
  await expect(page.getByText("reconnecting", { exact: true })).toBeVisible();
  for (const number of [1, 2, 3]) write(app, run.id, `Missed event ${number}.`);
  await expect(log.getByText("Missed event")).toHaveCount(0);
  cable.mend();
  await expect(log.getByText("Missed event")).toHaveText([
    "Missed event 3.",
    "Missed event 2.",
    "Missed event 1.",
  ]);
  await expect(page.getByText("live", { exact: true })).toBeVisible();

  write(app, run.id, "Written after the line is back.");
  await expect(log.getByRole("listitem").first()).toContainText("Written after the line is back.");
  await expect(log.getByText("Missed event")).toHaveCount(3);
  await expect(log.getByText("Written while the page is open.")).toHaveCount(1);
  await expect(page.locator("body")).toHaveAttribute("data-mark", "not reloaded");
  await cable.close();
});
