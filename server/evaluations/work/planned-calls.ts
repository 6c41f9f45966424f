import { contentId } from "@/server/foundation/ids";
import type { SamplingParameters } from "@/server/sphere/io";
import type { PassName, Protocol } from "../evaluations.schema";

/** One request to the model about one problem. */
export interface PlannedCall {
  readonly pass: PassName;
  /** 0-based number of its first sample within the pass. */
  readonly firstSample: number;
  readonly samples: number;
  readonly sampling: SamplingParameters;
}

/** So many answers share a prompt in one request; a request that is lost with its process loses no more. */
const SAMPLES_A_CALL = 8;

/** What a protocol asks about each problem. */
export function plannedCalls({ greedy, sampled, maxTokens }: Protocol): PlannedCall[] {
  const calls: PlannedCall[] = [];
  if (greedy) {
    const sampling = { temperature: 0, topP: 1, maxTokens, stop: [] };
    calls.push({ pass: "greedy", firstSample: 0, samples: 1, sampling });
  }
  if (sampled === null) return calls;
  const { samples, temperature, topP } = sampled;
  for (let first = 0; first < samples; first += SAMPLES_A_CALL) {
    calls.push({
      pass: "sampled",
      firstSample: first,
      samples: Math.min(SAMPLES_A_CALL, samples - first),
      sampling: { temperature, topP, maxTokens, stop: [] },
    });
  }
  return calls;
}

/** The journal's key: the same call of the same problem of the same evaluation, also after any restart. */
export function evaluationCallId(evaluationId: string, problemId: string, call: PlannedCall): string {
  return contentId("answer", [evaluationId, problemId, call.pass, call.firstSample]);
}

/** Names what is asked, whoever asks: two evaluations under one protocol ask under equal keys. */
export function requestKey(seed: number, promptHash: string, call: PlannedCall): string {
  const { pass, firstSample, samples, sampling } = call;
  const { temperature, topP, maxTokens } = sampling;
  return contentId("request", [seed, promptHash, pass, firstSample, samples, temperature, topP, maxTokens]);
}
