import { eventsAfter } from "@/server/runs/events.repo";
import { listWorkers } from "@/server/jobs/workers.repo";
import { getRun } from "@/server/runs/runs.service";
import { expect } from "./fixtures/app";
import { expectConsistent } from "./fixtures/ledger";
import { expectCalls, launch } from "./fixtures/runs";
import { testOn } from "./fixtures/own-app";
import { MODELS, seedWorkbench } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const test = testOn(seedWorkbench);

test("a run outlives kill -9 of the worker, then of everything, under the same open page", async ({
  app,
  page,
}) => {
  test.setTimeout(120_000);
  const run = launch(app, { name: "Killed twice", policyModelId: MODELS.slow.id, problemCount: 10 });
  await visit(page, `/runs/${run.id}?tab=events`);
  await expect(page.getByText("live", { exact: true })).toBeVisible();
  await page.evaluate(() => {
    document.body.dataset["mark"] = "not reloaded";
  });
  const log = page.getByRole("region", { name: "Events, newest first" });

  await expectCalls(app, run.id, 10);
  const [killed] = listWorkers(app.db);
  app.killWorker();
  await expect.poll(() => listWorkers(app.db).map(({ pid }) => pid)).not.toContain(killed?.pid);
  await expect(log.getByText(/^The run goes on after \d+ recorded calls\.$/)).toHaveCount(1);
  await expect(page.getByText("running", { exact: true })).toBeVisible();
  await expect(page.getByText("live", { exact: true })).toBeVisible();

  await expectCalls(app, run.id, getRun(app.db, run.id).callCount + 10);
  await app.kill();
  const atDeath = getRun(app.db, run.id);
  expect(atDeath.status).toBe("running");
  await expect(page.getByText("reconnecting", { exact: true })).toBeVisible();
  await app.start();

  await expect(page.getByText("finished", { exact: true })).toBeVisible({ timeout: 60_000 });
  // The log draws what is in view; what lies further down is read where it is kept.
  await expect(log.getByText(/^The run goes on after \d+ recorded calls\.$/)).not.toHaveCount(0);
  const events = eventsAfter(app.db, { runId: run.id, afterId: 0, limit: 10_000 });
  expect(events.filter(({ message }) => message.startsWith("The run goes on after"))).toHaveLength(2);
  await expect(log.getByText("The run is finished.")).toHaveCount(1);
  await expect(page.locator("body")).toHaveAttribute("data-mark", "not reloaded");
  const after = getRun(app.db, run.id);
  expect(after).toMatchObject({ status: "finished", problemsDone: 10, problemsFailed: 0 });
  expect(after.callCount).toBeGreaterThan(atDeath.callCount);
  expectConsistent(app, run.id);
  await expect(page.getByRole("link", { name: `Read ${after.pairCount} pairs` })).toBeVisible();
});
