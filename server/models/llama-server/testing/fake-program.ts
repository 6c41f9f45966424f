import fs from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Writes a `llama-server` program into `folder` that runs the fake. @returns its path */
export async function fakeLlamaServer(folder: string): Promise<string> {
  const script = fileURLToPath(new URL("fake-llama-server.ts", import.meta.url));
  const root = fileURLToPath(new URL("../../../..", import.meta.url));
  const program = path.join(folder, "llama-server");
  const lines = [
    "#!/bin/sh",
    `if [ "$1" = --version ]; then echo "version: 6099 (5ff1b3a)" >&2; exit 0; fi`,
    `cd '${root}' && exec '${process.execPath}' --import tsx '${script}' "$@"`,
  ];
  await fs.writeFile(program, `${lines.join("\n")}\n`, { mode: 0o755 });
  return program;
}
