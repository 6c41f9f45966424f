import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const SOURCES = ["app", "components", "server", "db", "public", "next.config.ts", "package-lock.json"];
const STAMP = ".next/BUILD_ID";

/** Builds the pages unless the build is newer than every source. */
export function ensureBuild(): void {
  if (fs.existsSync(STAMP) && SOURCES.every((source) => newestChange(source) <= fs.statSync(STAMP).mtimeMs))
    return;
  console.log("Building the pages (once; about a minute) ...");
  const built = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (built.status !== 0) throw new Error("The build failed; what it printed above says why.");
}

function newestChange(source: string): number {
  const stat = fs.statSync(source);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = fs.readdirSync(source).filter((name) => !name.includes(".test."));
  return Math.max(0, ...names.map((name) => newestChange(path.join(source, name))));
}
