import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import fs from "node:fs/promises";
import { pipeline } from "node:stream/promises";

export interface ExpectedFile {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Compares a file with what it should be.
 * @returns null when it is the file, else what is wrong, in plain words
 */
export async function verifyFile(
  file: string,
  expected: ExpectedFile,
  signal?: AbortSignal,
): Promise<string | null> {
  const stat = await fs.stat(file).catch(() => null);
  if (stat === null) return "the file is not there";
  if (stat.size !== expected.bytes) return `it has ${stat.size} bytes instead of ${expected.bytes}`;
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash, ...(signal === undefined ? [] : [{ signal }]));
  const found = hash.digest("hex");
  return found === expected.sha256 ? null : `its SHA-256 is ${found} instead of ${expected.sha256}`;
}
