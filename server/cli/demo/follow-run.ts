import { watchRun } from "@/server/runs/watch-run";
import type { DemoContext } from "./take-problems";

const OVER = new Set(["finished", "cancelled"]);

/** Prints what happens in a run, a line an event, until it is over. */
export async function followRun(context: DemoContext, runId: string): Promise<void> {
  const stop = new AbortController();
  const started = context.clock.now();
  for await (const { update } of watchRun(context, { runId, afterId: 0 }, stop.signal)) {
    const { run, events } = update;
    for (const event of events) {
      const seconds = Math.max(0, Math.round((event.at - started) / 1000));
      const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      console.log(
        `${clock.padStart(6)}  ${event.message}  [${run.problemsDone}/${run.problemCount} problems, ` +
          `${run.pairCount} pairs, ${run.generatedTokens} tokens]`,
      );
    }
    if (OVER.has(run.status)) return;
  }
}
