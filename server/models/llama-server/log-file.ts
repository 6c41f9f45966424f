import fs from "node:fs/promises";

const TAIL_BYTES = 4096;
const TAIL_LINES = 8;

/** Opens a new log; the one of the last start stays beside it as `.1`. */
export async function openLog(file: string): Promise<fs.FileHandle> {
  await fs.rename(file, `${file}.1`).catch(() => undefined);
  return fs.open(file, "w");
}

/** The last lines of a log, or "" where there is none. */
export async function lastLines(file: string): Promise<string> {
  let handle: fs.FileHandle | undefined;
  try {
    handle = await fs.open(file, "r");
    const { size } = await handle.stat();
    const at = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - at), 0, size - at, at);
    const lines = buffer.toString("utf8", 0, bytesRead).split("\n");
    return lines
      .filter((line) => line.trim() !== "")
      .slice(-TAIL_LINES)
      .join("\n");
  } catch {
    return "";
  } finally {
    await handle?.close();
  }
}
