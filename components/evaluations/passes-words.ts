import type { Protocol } from "@/server/evaluations/evaluations.schema";

/** "greedy; 4 answers at T 0.7, top-p 0.95": how answers are drawn. */
export function passesWords({ greedy, sampled }: Pick<Protocol, "greedy" | "sampled">): string {
  return [
    ...(greedy ? ["one greedy answer"] : []),
    ...(sampled === null
      ? []
      : [
          `${String(sampled.samples)} sampled at T ${String(sampled.temperature)}, top-p ${String(sampled.topP)}`,
        ]),
  ].join(" and ");
}
