import { errorMessage } from "@/server/foundation/errors";

/** One line of a file, or why it could not be read. Lines count from 1. */
export type FileLine =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly reason: string };

/** Bytes of the longest line that is read; the statement, answer and solution limits fit well within. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;

const newline = 0x0a;

/**
 * Lines of a UTF-8 byte stream, at most `maxBytes` in memory at once. Blank lines are skipped but counted.
 * A line that is too long or not UTF-8 comes as a reason; reading goes on with the next one.
 *
 * node:readline is not used: it has no limit on a line, and it replaces bad bytes silently.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<FileLine> {
  let line = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end));
      const read = finish();
      if (read !== null) yield read;
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  const last = finish();
  if (last !== null) yield last;

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  }

  function finish(): FileLine | null {
    const number = line++;
    const bytes = length;
    const held = parts;
    parts = [];
    length = 0;
    if (bytes > maxBytes)
      return {
        line: number,
        reason: `The line has ${bytes.toLocaleString("en")} bytes; at most ${maxBytes.toLocaleString("en")} are read.`,
      };
    return decode(number, Buffer.concat(held));
  }
}

function decode(line: number, bytes: Uint8Array): FileLine | null {
  try {
    // The decoder drops a byte order mark; only the first line can rightly have one.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: line !== 1 }).decode(bytes).trim();
    return text === "" ? null : { line, text };
  } catch (thrown) {
    if (thrown instanceof TypeError)
      return { line, reason: "The line is not valid UTF-8. Save the file as UTF-8." };
    throw new Error(`Line ${line}: ${errorMessage(thrown)}`, { cause: thrown });
  }
}
