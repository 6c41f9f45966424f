import type { Protocol } from "@/server/evaluations/evaluations.schema";

/** "greedy, and 4 sampled at T 0.7, top-p 0.95": how answers are drawn. */
export function passesWords({ greedy, sampled }: Pick<Protocol, "greedy" | "sampled">): string {
  return [
    ...(greedy ? ["greedy"] : []),
    ...(sampled === null
      ? []
      : [
          `${String(sampled.samples)} sampled at T ${String(sampled.temperature)}, top-p ${String(sampled.topP)}`,
        ]),
  ].join(", and ");
}
