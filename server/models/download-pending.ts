import fs from "node:fs/promises";
import path from "node:path";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { catalogueEntry, type CatalogueEntry } from "./catalogue-entries";
import { downloadModel } from "./download/download-model";
import { nextWantedDownload, updateModelIn, type ModelRow } from "./models.repo";
import { withFileLock } from "./download/file-lock";

const POLL_MS = 1_000;
const PROGRESS_MS = 500;

export interface DownloadDeps {
  readonly db: Db;
  readonly env: Pick<Env, "modelsDir">;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * The worker's download loop: performs what people wished for (status `downloading`), smallest file first, one at a time, until
 * the signal ends it. A download that a restart cut off goes on; a second worker leaves it alone.
 */
export async function downloadPending(deps: DownloadDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const row = nextWantedDownload(deps.db);
    if (row !== null) await perform(deps, row, signal);
    await deps.clock.sleep(POLL_MS, signal).catch(() => undefined);
  }
}

async function perform(deps: DownloadDeps, row: ModelRow, signal: AbortSignal): Promise<void> {
  const entry = catalogueEntry(row.id);
  const wanted = { id: row.id, status: "downloading" } as const;
  if (entry === null) {
    const statusDetail = "This model is not in the catalogue, so nobody knows where to fetch it.";
    updateModelIn(deps.db, wanted, { status: "missing", statusDetail });
    return;
  }
  const { modelsDir } = deps.env;
  await fs.mkdir(modelsDir, { recursive: true });
  await withFileLock(path.join(modelsDir, `${entry.fileName}.lock`), () => fetchEntry(deps, entry, signal));
}

async function fetchEntry(deps: DownloadDeps, entry: CatalogueEntry, signal: AbortSignal): Promise<void> {
  const { db, env, clock, logger } = deps;
  const wanted = { id: entry.id, status: "downloading" } as const;
  const unwished = new AbortController();
  let reportedAt = 0;
  const onProgress = (downloadedBytes: number): void => {
    if (clock.now() - reportedAt < PROGRESS_MS) return;
    reportedAt = clock.now();
    // Nobody wants it any more once the row has another status.
    if (!updateModelIn(db, wanted, { downloadedBytes })) unwished.abort(new Error("no longer wanted"));
  };
  try {
    const either = AbortSignal.any([signal, unwished.signal]);
    const filePath = await downloadModel(entry, env.modelsDir, { onProgress, signal: either });
    updateModelIn(db, wanted, {
      status: "ready",
      statusDetail: null,
      filePath,
      fileBytes: entry.bytes,
      fileSha256: entry.sha256,
      downloadedBytes: entry.bytes,
    });
    logger.info({ model: entry.id }, "model downloaded");
  } catch (error) {
    if (signal.aborted || unwished.signal.aborted) return;
    const statusDetail = `${errorMessage(error)}. Check the network and start the download again.`;
    updateModelIn(db, wanted, { status: "not-downloaded", statusDetail });
    logger.warn({ model: entry.id, reason: statusDetail }, "model download failed");
  }
}
