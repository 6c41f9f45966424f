import { fork, type ChildProcess } from "node:child_process";

const RESTART_MS = 1_000;

export interface SupervisedWorker {
  /** Asks the worker to end and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Starts the worker as a child with a channel to this process, so that it ends when this process does, however
 * it ends; and starts it again if it dies.
 */
export function superviseWorker(): SupervisedWorker {
  let stopping = false;
  let child = start();

  function start(): ChildProcess {
    const worker = fork("server/worker/main.ts", { execArgv: ["--import", "tsx"], stdio: "inherit" });
    worker.on("exit", (code, signal) => {
      if (stopping) return;
      console.error(`The worker ended (${signal ?? code}); starting it again.`);
      setTimeout(() => {
        if (!stopping) child = start();
      }, RESTART_MS);
    });
    return worker;
  }

  return {
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
