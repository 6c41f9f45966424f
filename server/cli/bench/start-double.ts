import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { z } from "zod";

export interface BenchDouble {
  /** Base URL of its API. */
  readonly url: string;
  /** Tokens that it generated so far, those of unfinished samples too. */
  generated(): Promise<number>;
  close(): void;
}

const messages = {
  started: z.tuple([z.object({ url: z.string() })]).rest(z.unknown()),
  counters: z.tuple([z.object({ generated: z.number() })]).rest(z.unknown()),
};

export async function startBenchDouble(): Promise<BenchDouble> {
  const child = fork(path.join(import.meta.dirname, "double-process.ts"), {
    execArgv: ["--import", "tsx"],
  });
  const [{ url }] = messages.started.parse(await once(child, "message"));
  return {
    url,
    async generated() {
      const answer = once(child, "message");
      child.send("counters");
      const [{ generated }] = messages.counters.parse(await answer);
      return generated;
    },
    close: () => {
      child.disconnect();
    },
  };
}
