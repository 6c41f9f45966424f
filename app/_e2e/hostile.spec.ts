import fs from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import type { Page } from "@playwright/test";
import { calls, pairs, problems } from "@/db/schema";
import { systemClock } from "@/server/foundation/clock";
import { importFile } from "@/server/problems/import-file.service";
import { expect, test } from "./fixtures/app";
import { finishedRun, setNamed } from "./fixtures/runs";
import type { RunningApp } from "./fixtures/running-app";
import { MODELS } from "./fixtures/seed";
import { visit } from "./fixtures/visit";

const MARKUP = '<script>window.__pwned=1</script><img src="//foreign.example/x" onerror="window.__pwned=2">';
const LATEX =
  "$\\href{javascript:window.__pwned=3}{click}$ $\\url{http://foreign.example/}$ $\\includegraphics{http://foreign.example/y.png}$ $\\htmlStyle{position:fixed}{x}$";
const RTL = "\u202Egnp.exe\u202C";
const PROBLEMS = [
  {
    id: `markup ${MARKUP}`,
    problem: `Ann has 3 apples and buys 4. ${MARKUP} How many has she?`,
    answer: "7",
    subject: MARKUP,
  },
  {
    id: "latex",
    problem: `Ben has 5 pears and eats 2. ${LATEX} How many are left?`,
    answer: "3",
    solution: LATEX,
  },
  { id: `rtl ${RTL}`, problem: `Cem reads ${RTL} 10 pages on 2 days. How many in all?`, answer: "20" },
  { id: "brackets", problem: `Dan asks: ${"(".repeat(10_000)} what is 2 and 2?`, answer: "4" },
  {
    id: "long",
    problem: "Eve has 1 hat and 1 cap. How many things?",
    answer: "2",
    solution: `Step 1: ${"x".repeat(200)} `.repeat(950),
  },
];
const SET = `Hostile ${MARKUP}`;

async function importHostile(app: RunningApp): Promise<string> {
  const file = path.join(app.home, "hostile.jsonl");
  const tooLong = { id: "too long", problem: "y".repeat(200_000), answer: "1" };
  fs.writeFileSync(file, [...PROBLEMS, tooLong].map((line) => JSON.stringify(line)).join("\n"));
  const ctx = { db: app.db, clock: systemClock, env: { home: app.home, dataDir: undefined } };
  const report = await importFile(ctx, { from: "path", path: file, name: SET, kind: "training" });
  expect(report).toMatchObject({
    added: PROBLEMS.length,
    faultCount: 1,
    faults: [{ line: PROBLEMS.length + 1 }],
  });
  return setNamed(app, SET).id;
}

/** Notes whatever a text must never bring about: a dialog, a request to another host, an error of the page. */
function watchForHarm(page: Page, app: RunningApp): string[] {
  const harm: string[] = [];
  page.on("dialog", async (dialog) => {
    harm.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("pageerror", (error) => harm.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== app.url) harm.push(`request: ${url.href}`);
  });
  return harm;
}

/** The page is whole, answers, and holds nothing that a text put there. */
async function expectUnharmed(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to" });
  await expect(palette).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  const planted = await page.evaluate(() => ({
    pwned: "__pwned" in window,
    links: document.querySelectorAll('a[href^="javascript:" i], a[href*="foreign.example"]').length,
    images: document.querySelectorAll('img, script[src*="foreign"], iframe, object, embed').length,
    overflow: document.scrollingElement === null || document.scrollingElement.scrollWidth > window.innerWidth,
  }));
  expect(planted).toEqual({ pwned: false, links: 0, images: 0, overflow: false });
}

test("no text of a problem or a model acts on the page", async ({ app, page }) => {
  test.setTimeout(120_000);
  const setId = await importHostile(app);
  const harm = watchForHarm(page, app);
  const small = { problemSetId: setId, problemCount: PROBLEMS.length };
  const garbage = await finishedRun(app, {
    ...small,
    name: `Garbage ${MARKUP}`,
    policyModelId: MODELS.garbage.id,
  });
  const sane = await finishedRun(app, {
    ...small,
    name: `Pairs ${RTL} of hostile problems`,
    config: { rootSamples: 8 },
  });
  expect(garbage).toMatchObject({ problemsDone: PROBLEMS.length, problemsFailed: 0, pairCount: 0 });
  expect(sane.pairCount).toBeGreaterThan(0);
  const rows = app.db.select().from(problems).where(eq(problems.setId, setId)).all();
  const replies = app.db.select().from(calls).where(eq(calls.runId, garbage.id)).all();
  const [worst] = replies.toSorted((a, b) => b.generatedTokens - a.generatedTokens);
  const withMarkup = replies.find(({ samples }) => samples.some(({ text }) => text.includes("<script>")));
  expect(withMarkup).toBeDefined();
  const pairRows = app.db.select().from(pairs).where(eq(pairs.runId, sane.id)).all();
  const problemsWithPairs = [...new Set(pairRows.map(({ problemId }) => problemId))];

  const addresses = [
    "/",
    "/problems",
    "/runs",
    "/runs/new",
    `/problems/${setId}`,
    `/problems/${setId}/${rows[0]?.id ?? ""}?raw=true`,
    `/runs/${garbage.id}`,
    `/runs/${garbage.id}/pairs`,
    `/runs/${sane.id}/pairs`,
    ...rows.flatMap(({ id }) => [`/problems/${setId}/${id}`, `/runs/${garbage.id}/problems/${id}`]),
    ...problemsWithPairs.map((id) => `/runs/${sane.id}/problems/${id}`),
    ...[worst, withMarkup].map((call) => `/calls/${call?.id ?? ""}`),
  ];
  for (const address of addresses) {
    await test.step(address, async () => {
      await visit(page, address);
      await expectUnharmed(page);
    });
  }
  expect(harm).toEqual([]);
  await visit(page, `/calls/${withMarkup?.id ?? ""}`);
  await expect(page.getByText("<script>alert(1)</script>").first()).toBeVisible();
});
