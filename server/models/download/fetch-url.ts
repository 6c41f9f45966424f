import fs from "node:fs/promises";
import { errorMessage } from "@/server/foundation/errors";

/** A server that sends nothing for this long is given up. */
const STALL_MS = 30_000;

export interface FetchOptions {
  /** Bytes that are there so far, of all. */
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Fetches a URL into `file`, going on where an earlier attempt ended when the server allows it.
 * @throws Error with the reason; what has arrived stays for the next attempt
 */
export async function fetchUrl(
  url: string,
  file: string,
  { onProgress, signal }: FetchOptions,
): Promise<void> {
  const have = (await fs.stat(file).catch(() => null))?.size ?? 0;
  const stall = stallGuard(signal);
  try {
    const response = await fetch(url, {
      ...(have > 0 ? { headers: { range: `bytes=${have}-` } } : {}),
      signal: stall.signal,
    });
    stall.alive();
    if (response.status === 416) {
      await response.body?.cancel();
      await fs.rm(file, { force: true });
      throw new Error("the partial file did not fit and was deleted; try again");
    }
    if (!response.ok || response.body === null) throw new Error(`the server answered ${response.status}`);
    if (response.headers.get("content-type")?.includes("text/html") === true)
      throw new Error("the server answered with a web page instead of the file");
    let bytes = response.status === 206 ? have : 0;
    const handle = await fs.open(file, bytes > 0 ? "a" : "w");
    try {
      for await (const chunk of response.body) {
        stall.alive();
        await handle.write(chunk);
        bytes += chunk.byteLength;
        onProgress(bytes);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(reason(error), { cause: error });
  } finally {
    stall.end();
  }
}

/** Aborts when nothing has been alive for a while, or with `signal`. */
function stallGuard(signal: AbortSignal) {
  const stalled = new AbortController();
  const arm = () =>
    setTimeout(() => {
      stalled.abort(new Error(`the server sent nothing for ${STALL_MS / 1000} seconds`));
    }, STALL_MS);
  let timer = arm();
  return {
    signal: AbortSignal.any([signal, stalled.signal]),
    alive() {
      clearTimeout(timer);
      timer = arm();
    },
    end() {
      clearTimeout(timer);
    },
  };
}

/** `fetch failed` alone says nothing; its cause does. */
function reason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? `${errorMessage(error)} (${cause.message})` : errorMessage(error);
}
