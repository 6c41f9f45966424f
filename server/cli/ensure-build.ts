import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const SOURCES = ["app", "components", "server", "db", "public", "next.config.ts", "package-lock.json"];
const STAMP = ".next/BUILD_ID";

/**
 * Builds the pages unless the build is newer than every source.
 * @throws Error when the build fails; its output is shown
 */
export async function ensureBuild(): Promise<void> {
  if (isBuildFresh()) return;
  console.log("Building the pages, once; this takes about a minute.");
  const build = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const output: Buffer[] = [];
  for (const stream of [build.stdout, build.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve) => build.once("close", resolve));
  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new Error("The build failed; what it printed is above.");
}

function isBuildFresh(): boolean {
  if (!fs.existsSync(STAMP)) return false;
  const built = fs.statSync(STAMP).mtimeMs;
  return SOURCES.every((source) => newestChange(source) <= built);
}

/** Milliseconds of the newest change below a path; tests do not count. */
function newestChange(source: string): number {
  const stat = fs.statSync(source);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = fs.readdirSync(source).filter((name) => !name.includes(".test.") && name !== "_e2e");
  return Math.max(0, ...names.map((name) => newestChange(path.join(source, name))));
}
