import type { TextLikelihoodRequest } from "../io";
import { solveMessages } from "../prompts";
import type { OpenStage } from "../stage";
import type { Chain } from "../types";

/**
 * Chains that the policy finds too unlikely to learn from (off-policy guard, ours): their likelihood a token falls
 * short of the mean of its own samples' by more than `config.maxLogprobGap`. All are measured in the same way, as
 * answers to the plain problem, whatever prompt or model wrote them. Where the engine cannot tell, a sample of the
 * policy goes by the likelihood that it was drawn with, and a text of the small model stands unguarded, as in SPHERE.
 *
 * @param own the policy's samples of the problem
 */
export async function offPolicyChains(
  stage: OpenStage,
  chains: readonly Chain[],
  own: readonly Chain[],
): Promise<ReadonlySet<Chain>> {
  if (chains.length === 0) return new Set();
  const measured = await measureAll(stage, [...chains, ...own]);
  const typical = mean(own.flatMap((chain) => measured.get(chain) ?? []));
  const typicalDrawn = mean(own.flatMap(({ meanLogprob }) => meanLogprob ?? []));
  return new Set(
    chains.filter((chain) => {
      const known = measured.get(chain) ?? null;
      if (known !== null && typical !== null) return known < typical - stage.config.maxLogprobGap;
      if (chain.role !== "policy" || chain.meanLogprob === null || typicalDrawn === null) return false;
      return chain.meanLogprob < typicalDrawn - stage.config.maxLogprobGap;
    }),
  );
}

/** Mean natural-log probability a token of each chain under the policy, where the engine can tell. */
async function measureAll(
  { io, problem }: OpenStage,
  chains: readonly Chain[],
): Promise<ReadonlyMap<Chain, number>> {
  const messages = solveMessages(problem);
  const answers = await io.measure(
    chains.map(({ text }): TextLikelihoodRequest => ({ kind: "likelihood", messages, prefix: "", text })),
  );
  return new Map(
    chains.flatMap((chain, index) => {
      const value = answers[index]?.[0];
      return value === undefined ? [] : [[chain, value] as const];
    }),
  );
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
