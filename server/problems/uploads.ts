import fs from "node:fs";
import path from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import type { ProblemsContext } from "./problems-context";
import { UPLOAD_LIMIT_BYTES } from "./problems.schema";

/** An upload that nobody imported is deleted after this long. */
const KEPT_MS = 24 * 60 * 60_000;

export interface Upload {
  readonly uploadId: string;
  readonly bytes: number;
}

/**
 * Streams an upload to disk, never holding more than a chunk of it.
 * @throws AppError once it grows over `limit` bytes, or when the sender stops half-way; nothing is left behind.
 */
export async function saveUpload(
  ctx: ProblemsContext,
  body: Readable,
  limit: number = UPLOAD_LIMIT_BYTES,
): Promise<Upload> {
  const uploadId = newId("upl", ctx.clock.now());
  const file = uploadFile(ctx, uploadId);
  const partial = `${file}.part`;
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  await removeForgotten(ctx);
  const counter = new ByteLimit(limit);
  try {
    await pipeline(body, counter, fs.createWriteStream(partial, { flags: "wx" }));
    await fs.promises.rename(partial, file);
  } catch (thrown) {
    await fs.promises.rm(partial, { force: true });
    if (thrown instanceof AppError) throw thrown;
    throw new AppError("invalid-input", "The upload ended before the whole file was here.", {
      field: "file",
      fix: "Upload the file again.",
      cause: thrown,
    });
  }
  return { uploadId, bytes: counter.bytes };
}

export const uploadFile = (ctx: ProblemsContext, uploadId: string): string =>
  path.join(ctx.env.home, "uploads", `${uploadId}.jsonl`);

export async function removeUpload(ctx: ProblemsContext, uploadId: string): Promise<void> {
  await fs.promises.rm(uploadFile(ctx, uploadId), { force: true });
}

class ByteLimit extends Transform {
  bytes = 0;
  readonly #limit: number;

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override _transform(
    chunk: Buffer,
    _encoding: string,
    done: (error: Error | null, data?: Buffer) => void,
  ): void {
    this.bytes += chunk.length;
    if (this.bytes <= this.#limit) done(null, chunk);
    else done(tooLarge(this.#limit));
  }
}

/** The refusal of a file over the limit, also for one whose size was said beforehand. */
export function tooLarge(limit: number = UPLOAD_LIMIT_BYTES): AppError {
  return new AppError("invalid-input", `The file is larger than ${Math.floor(limit / 1_000_000)} MB.`, {
    field: "file",
    fix: "Split it, or copy it to the machine that runs the app and import it by path.",
  });
}

async function removeForgotten(ctx: ProblemsContext): Promise<void> {
  const folder = path.join(ctx.env.home, "uploads");
  for (const name of await fs.promises.readdir(folder)) {
    const file = path.join(folder, name);
    const stats = await fs.promises.stat(file).catch(() => null);
    if (stats !== null && ctx.clock.now() - stats.mtimeMs > KEPT_MS)
      await fs.promises.rm(file, { force: true });
  }
}
