import type { Sample, SampleRequest, SphereIo, Stage } from "./io";

export type Sampler = (request: Omit<SampleRequest, "stage" | "ordinal">) => Promise<readonly Sample[]>;

/**
 * Asks `io` and counts, so that a repeated question carries the number of samples asked of it before. Made once
 * for one stage of one problem.
 *
 * The count must not depend on which answer arrives first: whoever asks the same question twice must wait for
 * the first answer, and two searches that need one prefix share its rollouts.
 * @throws Error from the sampler when the same question is asked while its answer is awaited
 */
export function createSampler(stage: Stage, io: SphereIo): Sampler {
  const asked = new Map<string, number>();
  const awaited = new Set<string>();
  return async (request) => {
    const { role, messages, prefix, sampling } = request;
    const key = JSON.stringify([role, messages, prefix, sampling]);
    if (awaited.has(key))
      throw new Error("One question is asked twice at once: its ordinal would be chance.");
    const ordinal = asked.get(key) ?? 0;
    asked.set(key, ordinal + request.n);
    awaited.add(key);
    try {
      return await io.sample({ ...request, stage, ordinal });
    } finally {
      awaited.delete(key);
    }
  };
}
