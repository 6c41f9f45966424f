import fs from "node:fs";
import { z } from "zod";

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** Counts of a Vitest JSON report. A file that did not load, a skipped test and no test at all are failures. */
export function readVitestCounts(file: string): TestCounts {
  const report = vitestReport.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  const unloaded = report.numFailedTests === 0 ? report.numFailedTestSuites : 0;
  return strict(report.numPassedTests, report.numFailedTests + report.numPendingTests + unloaded);
}

/** Counts of a Playwright JSON report; a test that passed only when repeated has passed. */
export function readPlaywrightCounts(file: string): TestCounts {
  const { stats, errors } = playwrightReport.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  return strict(stats.expected + stats.flaky, stats.unexpected + stats.skipped + errors.length);
}

function strict(passed: number, failed: number): TestCounts {
  return { passed, failed: passed === 0 && failed === 0 ? 1 : failed };
}
