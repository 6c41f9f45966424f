import fs from "node:fs";
import { defineConfig, devices } from "@playwright/test";

/** Debian's Chromium where Playwright's own cannot be had; `npm test` finds or installs one and names it. */
const system = process.env["SPHERE_CHROMIUM"] ?? "/usr/bin/chromium";
const executablePath = fs.existsSync(system) ? { executablePath: system } : {};

export default defineConfig({
  testDir: "app/_e2e",
  outputDir: "test-results",
  globalSetup: "app/_e2e/fixtures/build.ts",
  forbidOnly: true,
  retries: process.env["CI"] === undefined ? 0 : 1,
  // One app a worker, on two cores: more workers would only wait for each other.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices["Desktop Chrome"],
    trace: "retain-on-failure",
    launchOptions: {
      ...executablePath,
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
    },
  },
});
