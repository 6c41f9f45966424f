import type { DecodeTimes } from "@/server/models/scripted/decode-model";

/**
 * A 7B model on one large GPU behind vLLM, in round figures: reading the weights and the server's own work take 6 ms a step, each
 * sequence's KV a little more, so that one sequence alone gets 166 tokens a second and 128 get 15,000.
 */
export const BENCH_TIMES: DecodeTimes = {
  stepMs: 6,
  sequenceMs: 0.02,
  prefillMs: 0.04,
  sequences: 128,
  cacheTokens: 200_000,
};
