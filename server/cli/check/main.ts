/**
 * `npm test`: everything that CI checks, on a machine with nothing set up but `npm install`.
 * `npm test -- unit browser` runs only the steps named. Ends with one line: `N passed, N failed`.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkBoundaries } from "./boundaries";
import { findChromium } from "./chromium";
import { missingPaths } from "./documents";
import { migrationsAreCurrent } from "./migrations";
import { runBin, type StepResult } from "./run-step";
import { readPlaywrightCounts, readVitestCounts, type TestCounts } from "./test-counts";

type Step = () => Promise<TestCounts>;

const reports = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-check-"));
const one = (ok: boolean): TestCounts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
const bin = async (name: string, ...args: string[]): Promise<TestCounts> =>
  one((await runBin(name, args)) === 0);

async function vitest(project: string): Promise<TestCounts> {
  const file = path.join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await runBin("vitest", ["run", "--project", project, ...reporters]);
  return withExitCode(code, file, readVitestCounts);
}

async function browser(): Promise<TestCounts> {
  const file = path.join(reports, "browser.json");
  const env = { SPHERE_CHROMIUM: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await runBin("playwright", ["test", "--reporter=list,json"], env);
  return withExitCode(code, file, readPlaywrightCounts);
}

/** A runner that failed without saying which test is one failure more. */
function withExitCode(code: number, file: string, read: (file: string) => TestCounts): TestCounts {
  if (!fs.existsSync(file)) return one(false);
  const counts = read(file);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function report(problems: readonly string[]): Promise<TestCounts> {
  for (const problem of problems) console.error(problem);
  return Promise.resolve(one(problems.length === 0));
}

const steps: Readonly<Record<string, Step>> = {
  /** Types of the routes, which lint and types read. */
  routes: () => bin("next", "typegen"),
  format: () => bin("oxfmt", "--check", "."),
  lint: () => bin("oxlint", "--type-aware", "--deny-warnings"),
  types: () => bin("tsc", "--noEmit"),
  boundaries: () => {
    const problem = checkBoundaries();
    return report(problem === null ? [] : [problem]);
  },
  unused: () => bin("knip"),
  migrations: async () => one(await migrationsAreCurrent()),
  documents: () => report(missingPaths()),
  unit: () => vitest("unit"),
  build: () => bin("next", "build"),
  browser,
  "real-model": () => vitest("real"),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => steps[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(", ")}. Steps: ${Object.keys(steps).join(", ")}.`);
  process.exit(2);
}

process.env["NEXT_TELEMETRY_DISABLED"] = "1";
const results: StepResult[] = [];
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const started = performance.now();
  const counts = await step().catch((error: unknown) => {
    console.error(error);
    return one(false);
  });
  results.push({ name, ...counts, seconds: (performance.now() - started) / 1000 });
}
fs.rmSync(reports, { recursive: true, force: true });

console.log("");
for (const { name, passed, failed, seconds } of results) {
  console.log(`${name.padEnd(12)} ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`);
}
const failed = results.reduce((sum, step) => sum + step.failed, 0);
const passed = results.reduce((sum, step) => sum + step.passed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
