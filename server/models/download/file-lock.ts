import fs from "node:fs/promises";
import process from "node:process";
import { isProcessAlive } from "@/server/foundation/process-alive";

/** Runs `work` while no other living process holds the lock file; does nothing when one does. */
export async function withFileLock(file: string, work: () => Promise<void>): Promise<void> {
  if (!(await take(file))) return;
  try {
    await work();
  } finally {
    await fs.rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  const mine = () =>
    fs.writeFile(file, String(process.pid), { flag: "wx" }).then(
      () => true,
      () => false,
    );
  if (await mine()) return true;
  const holder = Number(await fs.readFile(file, "utf8").catch(() => ""));
  if (holder !== process.pid && isProcessAlive(holder)) return false;
  await fs.rm(file, { force: true });
  return mine();
}
