import { z } from "zod";

const accepted = z.object({ uploadId: z.string(), bytes: z.number() });
const refused = z.object({ message: z.string(), field: z.string().nullish(), fix: z.string().nullish() });

/** An upload that the server refused; shaped like a failed call, so that the same component shows it. */
class UploadError extends Error {
  override readonly name = "UploadError";
  readonly data: { readonly field: string | null; readonly fix: string | null };

  constructor(message: string, data: { readonly field?: string | null; readonly fix?: string | null } = {}) {
    super(message);
    this.data = { field: data.field ?? null, fix: data.fix ?? null };
  }
}

export interface SendFile {
  readonly file: File;
  /** Bytes sent so far. */
  readonly onProgress: (sent: number) => void;
  readonly limitBytes: number;
}

/** Sends a file and returns the id of the upload. XMLHttpRequest, since fetch tells no progress of what it sends. */
export function sendFile({ file, onProgress, limitBytes }: SendFile): Promise<string> {
  if (file.size > limitBytes)
    return Promise.reject(
      new UploadError(`The file is larger than ${Math.floor(limitBytes / 1_000_000)} MB.`, {
        field: "file",
        fix: "Split it, or copy it to the machine that runs the app and import it by path.",
      }),
    );
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded }) => {
      onProgress(loaded);
    });
    request.addEventListener("error", () => {
      reject(
        new UploadError("The connection broke off.", { fix: "Check that the app runs, and upload again." }),
      );
    });
    request.addEventListener("load", () => {
      const answer = readAnswer(request.responseText);
      if (typeof answer === "string") resolve(answer);
      else reject(answer);
    });
    request.open("POST", "/api/problems/upload");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(file);
  });
}

function readAnswer(text: string): string | UploadError {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const good = accepted.safeParse(value);
  if (good.success) return good.data.uploadId;
  const bad = refused.safeParse(value);
  if (bad.success)
    return new UploadError(bad.data.message, { field: bad.data.field ?? null, fix: bad.data.fix ?? null });
  return new UploadError("The server gave no readable answer.", {
    fix: "Upload again; its log has the details.",
  });
}
