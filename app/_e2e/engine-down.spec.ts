import { eq } from "drizzle-orm";
import { models, runProblems } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { databaseAnswerBook } from "@/server/models/scripted/answer-book";
import { startHttpDouble } from "@/server/models/scripted/http-double";
import { getRun } from "@/server/runs/runs.service";
import { expect, test } from "./fixtures/app";
import { freePort } from "./fixtures/free-port";
import { expectConsistent } from "./fixtures/ledger";
import { expectStatus, launch } from "./fixtures/runs";
import { visit } from "./fixtures/visit";

test("an engine that is down pauses the run, burns no problem, and the run goes on by itself", async ({
  app,
  page,
}) => {
  const port = await freePort();
  const id = "model_absent";
  app.db
    .insert(models)
    .values({
      id,
      name: "Absent server",
      kind: "openai",
      status: "ready",
      remoteName: "double",
      baseUrl: `http://127.0.0.1:${port}/v1`,
      createdAt: systemClock.now(),
    })
    .run();
  const run = launch(app, { name: "Waits for its engine", policyModelId: id, problemCount: 4 });
  await visit(page, `/runs/${run.id}`);
  await expect(page.getByText("paused", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/The engine cannot answer \(unreachable\)/).first()).toBeVisible();
  await expect(page.getByText(/It is tried again in/)).toBeVisible();
  const problems = (): string[] =>
    app.db
      .select()
      .from(runProblems)
      .where(eq(runProblems.runId, run.id))
      .all()
      .map(({ status }) => status);
  expect(getRun(app.db, run.id)).toMatchObject({ problemsDone: 0, problemsFailed: 0, callCount: 0 });
  expect(problems()).not.toContain("failed");

  const double = await startHttpDouble({ port, answerOf: databaseAnswerBook(app.db) });
  try {
    await expect(page.getByText("finished", { exact: true })).toBeVisible({ timeout: 45_000 });
    await expectStatus(app, run.id, "finished");
    expect(problems()).toEqual(["done", "done", "done", "done"]);
    expect(getRun(app.db, run.id)).toMatchObject({ problemsDone: 4, problemsFailed: 0, retryAt: null });
    expect(double.seen.length).toBeGreaterThan(0);
    expectConsistent(app, run.id);
    await expect(page.getByText(/The engine cannot answer/)).toBeHidden();
  } finally {
    await double.close();
  }
});
