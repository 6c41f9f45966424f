import { contentId } from "@/server/foundation/ids";
import type { SampleRequest } from "@/server/sphere/io";

/** A request whose messages are named by their hash, as the journal's rows have it. */
export interface HashedRequest extends Omit<SampleRequest, "messages" | "depth"> {
  readonly promptHash: string;
}

/**
 * Names what is asked, whoever asks: seed of the run, stage, prompt, prefix, sampling parameters and ordinal.
 * Two runs with equal configuration ask under equal keys, which is what lets a scripted engine repeat itself.
 */
export function requestKey(seed: number, request: HashedRequest): string {
  const { stage, purpose, role, prefix, n, sampling, ordinal } = request;
  const { temperature, topP, maxTokens, stop } = sampling;
  const prompt = [request.promptHash, prefix];
  const parameters = [n, temperature, topP, maxTokens, stop, ordinal];
  return contentId("request", [seed, stage, purpose, role, prompt, parameters]);
}

/** The journal's key: the same question of the same problem of the same run, also after any restart. */
export function callId(runId: string, problemId: string, key: string): string {
  return contentId("call", [runId, problemId, key]);
}
