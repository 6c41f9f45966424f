import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";

const FEWEST_MODULES = 150;
const PLANTED = "components/planted-violation";

/**
 * Import rules hold; the checker really read the files; and it finds a violation planted for it. A checker
 * that reads nothing would be as green.
 * @returns what is wrong, or null
 */
export function checkBoundaries(): string | null {
  const clean = cruise();
  if (clean.status !== 0) return clean.output;
  const modules = Number(/\((\d+) modules/.exec(clean.output)?.[1] ?? 0);
  if (modules < FEWEST_MODULES) return `dependency-cruiser read only ${modules} modules.`;
  return findsPlantedViolation() ? null : "dependency-cruiser did not find the planted violation.";
}

function findsPlantedViolation(): boolean {
  fs.mkdirSync(PLANTED, { recursive: true });
  try {
    fs.writeFileSync(
      path.join(PLANTED, "reads-the-database.ts"),
      'export { openDatabase } from "@/db/client";\n',
    );
    const planted = cruise();
    return planted.status !== 0 && planted.output.includes(`${PLANTED}/reads-the-database.ts`);
  } finally {
    fs.rmSync(PLANTED, { recursive: true, force: true });
  }
}

function cruise(): { status: number | null; output: string } {
  const bin = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
  const args = [bin, "app", "components", "server", "db", "--config", ".dependency-cruiser.cjs"];
  const result = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status: result.status, output: result.stdout + result.stderr };
}
