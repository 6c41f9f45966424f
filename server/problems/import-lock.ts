import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isProcessAlive } from "@/server/foundation/process-alive";
import { newId } from "@/server/foundation/ids";
import type { ProblemsContext } from "./problems-context";

/** An importer that has not been heard for this long is taken for dead. */
const SILENCE_MS = 60_000;

const holderSchema = z.object({ pid: z.number(), process: z.string(), at: z.number() });
type Holder = z.infer<typeof holderSchema>;

// Next loads a module once for each of its bundles; all of them must agree on who this process is.
const shared = globalThis as typeof globalThis & { sphereProcessToken?: string };
const thisProcess = (): string => (shared.sphereProcessToken ??= newId("prc"));

/**
 * Takes the right to import into a set, among all processes on this data folder. Null when another import
 * holds it. A lock left by a killed process is taken over.
 */
export function takeImportLock(ctx: ProblemsContext, setId: string): ImportLock | null {
  if (isImporting(ctx, setId)) return null;
  const file = lockFile(ctx, setId);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(file, { force: true });
  try {
    fs.writeFileSync(file, holder(ctx), { flag: "wx" });
  } catch {
    return null;
  }
  return {
    touch: () => fs.writeFileSync(file, holder(ctx)),
    release: () => fs.rmSync(file, { force: true }),
  };
}

export interface ImportLock {
  /** Says that the import is alive. */
  readonly touch: () => void;
  readonly release: () => void;
}

/** Whether some living process imports into this set. */
export function isImporting(ctx: ProblemsContext, setId: string): boolean {
  const held = readHolder(lockFile(ctx, setId));
  if (held === null) return false;
  if (held.process === thisProcess()) return true;
  // After a restart in a container the dead process and the living one often share their number.
  if (held.pid === process.pid || !isProcessAlive(held.pid)) return false;
  return ctx.clock.now() - held.at < SILENCE_MS;
}

const lockFile = (ctx: ProblemsContext, setId: string): string =>
  path.join(ctx.env.home, "imports", `${setId}.lock`);

const holder = (ctx: ProblemsContext): string =>
  JSON.stringify({ pid: process.pid, process: thisProcess(), at: ctx.clock.now() } satisfies Holder);

function readHolder(file: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}
