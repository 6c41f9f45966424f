import fs from "node:fs/promises";
import { EngineError } from "../engine";

/** The format's versions that llama.cpp reads; 1 was withdrawn in 2023. */
const READABLE_VERSIONS = [2, 3];

/**
 * Reads the first eight bytes of a model file: the magic `GGUF` and a little-endian version.
 * @returns the file's size in bytes
 * @throws EngineError `model-missing` or `model-damaged`, with the fix in its message
 */
export async function checkGgufHeader(file: string): Promise<number> {
  const handle = await fs.open(file, "r").catch((cause: unknown) => {
    throw new EngineError("model-missing", `There is no readable file at ${file}. ${MISSING_FIX}`, { cause });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new EngineError("model-missing", `${file} is not a file. ${MISSING_FIX}`);
    const header = Buffer.alloc(8);
    const { bytesRead } = await handle.read(header, 0, 8, 0);
    const damage = headerDamage(header.subarray(0, bytesRead));
    if (damage !== null) throw new EngineError("model-damaged", `${file} ${damage} ${DAMAGED_FIX}`);
    return stat.size;
  } finally {
    await handle.close();
  }
}

const MISSING_FIX = "Download the model again, or correct the path.";
const DAMAGED_FIX = "Download it again, or convert the model to GGUF with llama.cpp's convert_hf_to_gguf.py.";

function headerDamage(header: Buffer): string | null {
  if (header.length < 8) return "is too short to be a GGUF file.";
  if (header.toString("latin1", 0, 4) !== "GGUF") return "is not a GGUF file: it does not begin with GGUF.";
  const version = header.readUInt32LE(4);
  if (READABLE_VERSIONS.includes(version)) return null;
  return `says GGUF version ${version}; versions ${READABLE_VERSIONS.join(" and ")} can be read.`;
}
