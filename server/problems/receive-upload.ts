import { Readable } from "node:stream";
import { AppError } from "@/server/foundation/errors";
import type { ProblemsContext } from "./problems-context";
import { UPLOAD_LIMIT_BYTES } from "./problems.schema";
import { saveUpload, tooLarge, type Upload } from "./uploads";

/**
 * Saves the body of an upload request.
 * @throws AppError when it is not a file, or larger than `limit` (before the first byte where the size is said).
 */
export async function receiveUpload(
  ctx: ProblemsContext,
  request: Request,
  limit: number = UPLOAD_LIMIT_BYTES,
): Promise<Upload> {
  // Other sites cannot send this type without asking the browser first, which this app never allows.
  if (request.headers.get("content-type") !== "application/octet-stream" || request.body === null)
    throw new AppError("invalid-input", "The body is not a file.", {
      field: "file",
      fix: "Send the file itself, with the content type application/octet-stream.",
    });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  return saveUpload(ctx, Readable.from(request.body), limit);
}
