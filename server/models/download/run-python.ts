import { spawn } from "node:child_process";
import process from "node:process";
import { childEnvironment } from "@/server/foundation/env";

const TAIL = 600;

/**
 * Runs Python with arguments of ours; `tmp` is where it puts temporary files.
 * @throws Error with the end of what it wrote to standard error
 */
export function runPython(
  args: readonly string[],
  { tmp, signal }: { tmp: string; signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.platform === "win32" ? "python" : "python3", args, {
      stdio: ["ignore", "ignore", "pipe"],
      env: childEnvironment({ TMPDIR: tmp, TEMP: tmp, TMP: tmp }),
      signal,
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-TAIL);
    });
    child.once("error", (cause) => {
      reject(new Error(`Python 3 could not be started: ${cause.message}`, { cause }));
    });
    child.once("close", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`python3 ${args.slice(0, 3).join(" ")} failed: ${errors.trim() || `exit code ${code}`}`),
        );
    });
  });
}
