import { spawn } from "node:child_process";

/** What one step of the check gave; a step without tests counts as one. */
export interface StepResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

/** Runs a command with its output shown. @returns the exit code; a command killed by a signal gives 1 */
function runCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Runs a program of `node_modules/.bin`. */
export function runBin(
  bin: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const suffix = process.platform === "win32" ? ".cmd" : "";
  return runCommand(`node_modules/.bin/${bin}${suffix}`, args, env);
}
