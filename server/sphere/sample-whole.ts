import type { ModelRole, Sample, SampleRequest } from "./io";
import type { OpenStage } from "./stage";

interface WholeRequest extends Pick<SampleRequest, "purpose" | "messages" | "n"> {
  readonly role?: ModelRole;
  readonly temperature: number;
  /** Those of one solution where it is not given. */
  readonly maxTokens?: number;
}

/** Samples of a whole answer, from its first token on; none where none are wanted. */
export async function sampleWhole(stage: OpenStage, request: WholeRequest): Promise<readonly Sample[]> {
  const { purpose, messages, n, role = "policy", temperature, maxTokens = stage.config.maxTokens } = request;
  if (n <= 0) return [];
  const sampling = { temperature, topP: stage.config.topP, maxTokens, stop: [] };
  return await stage.sample({ purpose, role, messages, prefix: "", depth: 0, n, sampling });
}
