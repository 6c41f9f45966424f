import { systemClock } from "@/server/foundation/clock";

/** Tokens that an engine generated so far, those of unfinished samples too. */
export type TokenCount = () => Promise<number> | number;

export interface Window {
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** Generated tokens a second while something else goes on. */
export async function rateIn({ warmUpSeconds, seconds }: Window, generated: TokenCount): Promise<number> {
  await systemClock.sleep(warmUpSeconds * 1000);
  const before = await generated();
  const started = performance.now();
  await systemClock.sleep(seconds * 1000);
  const tokens = (await generated()) - before;
  return (tokens * 1000) / (performance.now() - started);
}
