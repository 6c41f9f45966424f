import { createHash } from "node:crypto";
import fs from "node:fs";
import fsp from "node:fs/promises";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { keepFileHash, listUnhashed, type ModelRow } from "./models.repo";

const EVERY_MS = 2_000;
/** A file that could not be read is tried again after this long. */
const RETRY_MS = 5 * 60_000;

/**
 * Computes the SHA-256 of files that people added, one after the other and piece by piece, until the signal ends it: a number
 * of an evaluation names the file that it was measured with. One that a restart cut off is begun anew.
 */
export async function hashFiles(deps: HashDeps, signal: AbortSignal): Promise<void> {
  const { db, clock, logger } = deps;
  const failed = new Map<string, number>();
  while (!signal.aborted) {
    const next = listUnhashed(db).find(({ id }) => (failed.get(id) ?? 0) <= clock.now());
    if (next === undefined) {
      await clock.sleep(EVERY_MS, signal).catch(() => undefined);
      continue;
    }
    try {
      await hashOne(deps, next, signal);
    } catch (error) {
      failed.set(next.id, clock.now() + RETRY_MS);
      logger.warn({ model: next.id, reason: errorMessage(error) }, "a model's file could not be hashed");
    }
  }
}

interface HashDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
}

async function hashOne({ db, logger }: HashDeps, row: ModelRow, signal: AbortSignal): Promise<void> {
  const { id, filePath } = row;
  if (filePath === null) return;
  const found = await hashFile(filePath, signal);
  if (found.fileBytes !== row.fileBytes) throw new Error("The file has another size than when it was added.");
  keepFileHash(db, { filePath, ...found });
  logger.info({ model: id }, "the hash of a model's file is known");
}

/** Size and lower-case hexadecimal SHA-256 of a file, read as a stream. */
async function hashFile(
  file: string,
  signal: AbortSignal,
): Promise<{ fileBytes: number; fileSha256: string }> {
  const hash = createHash("sha256");
  const { size } = await fsp.stat(file);
  for await (const chunk of fs.createReadStream(file, { signal, highWaterMark: 1024 * 1024 }))
    hash.update(chunk);
  return { fileBytes: size, fileSha256: hash.digest("hex") };
}
