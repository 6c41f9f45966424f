import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { z } from "zod";
import { isProcessAlive } from "@/server/foundation/process-alive";

const noteSchema = z.object({
  /** The server. */
  pid: z.number().int().positive(),
  /** The process that started it and ends it. */
  parent: z.number().int().positive(),
  port: z.number().int().positive(),
});
type Note = z.infer<typeof noteSchema>;

/** Notes a started server beside its log. @returns removes the note */
export async function notePid(logFile: string, note: Note): Promise<() => Promise<void>> {
  const file = `${logFile}.${note.pid}.pid`;
  await fs.writeFile(file, JSON.stringify(note));
  return () => fs.rm(file, { force: true });
}

/**
 * Ends servers that a killed process of the app left running. A process is only ended when its parent is gone and its command
 * line still names the noted port: numbers of processes are given out again.
 */
export async function reapLeftovers(logFile: string): Promise<void> {
  const folder = path.dirname(logFile);
  const start = `${path.basename(logFile)}.`;
  const names = await fs.readdir(folder);
  const files = names.filter((name) => name.startsWith(start) && name.endsWith(".pid"));
  await Promise.all(files.map((name) => reap(path.join(folder, name))));
}

async function reap(file: string): Promise<void> {
  const note = await readNote(file);
  if (note !== null) {
    if (isProcessAlive(note.parent)) return;
    if (isProcessAlive(note.pid) && (await commandLine(note.pid)).includes(`--port ${note.port}`)) {
      process.kill(note.pid, "SIGKILL");
    }
  }
  await fs.rm(file, { force: true });
}

async function readNote(file: string): Promise<Note | null> {
  try {
    return noteSchema.parse(JSON.parse(await fs.readFile(file, "utf8")));
  } catch {
    return null;
  }
}

async function commandLine(pid: number): Promise<string> {
  try {
    return (await promisify(execFile)("ps", ["-ww", "-o", "args=", "-p", String(pid)])).stdout;
  } catch {
    return "";
  }
}
