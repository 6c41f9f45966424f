import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError, errorMessage } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import { errorCode } from "./error-code";
import { HUGGING_FACE_FILES, type HuggingFaceFile } from "./hugging-face-data";
import { huggingFaceRows } from "./hugging-face-rows";
import { importProblems } from "./import-problems";
import { knownFile } from "./known-files";
import type { ProblemsContext } from "./problems-context";
import type { ImportHuggingFace, ImportReport } from "./problems.schema";

const HOST = "huggingface.co";
const TIMEOUT_MS = 120_000;

/** What a test puts in the network's place. */
export interface HuggingFaceSource {
  readonly fetch: typeof globalThis.fetch;
  readonly files: readonly HuggingFaceFile[];
}

const network: HuggingFaceSource = { fetch: (...request) => fetch(...request), files: HUGGING_FACE_FILES };

/**
 * Downloads a dataset at its pinned revision, checks its SHA-256, and imports it.
 * @throws AppError when the host cannot be reached or sends something else.
 */
export async function importHuggingFace(
  ctx: ProblemsContext,
  { dataset }: ImportHuggingFace,
  source: HuggingFaceSource = network,
): Promise<ImportReport> {
  const data = source.files.find((file) => file.id === dataset);
  const known = data === undefined ? null : knownFile(data.knownAs);
  if (data === undefined || known === null)
    throw new AppError("invalid-input", `There is no dataset ${dataset} to import.`, { field: "dataset" });
  const file = path.join(ctx.env.home, "uploads", `${newId("hf", ctx.clock.now())}.part`);
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  try {
    await download(data, file, source.fetch);
    return await importProblems(
      ctx,
      {
        name: known.name,
        kind: known.kind,
        licence: known.licence,
        source: `${data.repository}@${data.revision.slice(0, 12)}`,
      },
      huggingFaceRows(file, data),
    );
  } finally {
    await fs.promises.rm(file, { force: true });
  }
}

async function download(data: HuggingFaceFile, file: string, fetcher: typeof fetch): Promise<void> {
  const url = `https://${HOST}/datasets/${data.repository}/resolve/${data.revision}/${data.path}`;
  const response = await reach(url, fetcher);
  if (!response.ok || response.body === null)
    throw unavailable(`${HOST} answered ${response.status} for ${data.repository}.`);
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(response.body, hashing, fs.createWriteStream(file));
  } catch (thrown) {
    throw unavailable(`The download from ${HOST} broke off (${causeOf(thrown)}).`, thrown);
  }
  if (hash.digest("hex") !== data.sha256)
    throw unavailable(`${HOST} sent another file than the pinned one (its SHA-256 is not the expected one).`);
}

async function reach(url: string, fetcher: typeof fetch): Promise<Response> {
  try {
    return await fetcher(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (thrown) {
    throw unavailable(`${HOST} cannot be reached from this machine (${causeOf(thrown)}).`, thrown);
  }
}

function unavailable(message: string, cause?: unknown): AppError {
  return new AppError("unavailable", message, {
    field: "dataset",
    fix: "Connect the machine to the network and try again, or get the file elsewhere and import the file by path or upload.",
    cause,
  });
}

/** fetch hides the real reason, such as ENOTFOUND, in the cause. */
function causeOf(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  return errorCode(cause) ?? errorMessage(cause ?? thrown);
}
