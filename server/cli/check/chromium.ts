import { spawnSync } from "node:child_process";
import fs from "node:fs";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/**
 * A Chromium for the browser tests: the path named by SPHERE_CHROMIUM, Playwright's own download where it can
 * be had, else the system's, else Debian's package when this is root.
 * @throws Error that says what to install
 */
export async function findChromium(): Promise<string> {
  const { chromium } = await import("@playwright/test");
  const named = process.env["SPHERE_CHROMIUM"];
  const known = [...(named === undefined ? [] : [named]), chromium.executablePath(), ...SYSTEM];
  const present = (): string | undefined => known.find((file) => fs.existsSync(file));

  const first = present();
  if (first !== undefined) return first;
  console.log("No Chromium found; trying Playwright's download, then the system's package.");
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: "inherit",
    timeout: 300_000,
  });
  if (present() === undefined && process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "inherit" });
  }
  const second = present();
  if (second !== undefined) return second;
  throw new Error(
    "The browser tests need Chromium: install the package `chromium`, or set SPHERE_CHROMIUM to its path.",
  );
}
