import { byLikelihood } from "../chain";
import { distinctChains } from "../distinct";
import { operationSignature } from "../diversity/operation-signature";
import { pickDiverse } from "../diversity/pick-diverse";
import { DropCounts } from "../pairs/drop-rules";
import { openStage, type SphereContext } from "../stage";
import type { Chain, SphereProblem, StageOutcome } from "../types";
import { baselineOutcome, sampleSolutions } from "./sampled-solutions";

/**
 * Rejection sampling for supervised training (RFT): of N0 samples the right ones, one for each list of operations
 * (RFT's equation lists), the likeliest of its like; where there are more than `config.pairsPerProblem`, those
 * that compute most differently. Solutions without any operation are told apart by their words.
 * @throws NoSamplesError when every sample failed
 */
export async function rejectionSampling(
  problem: SphereProblem,
  context: SphereContext,
): Promise<StageOutcome> {
  const stage = openStage(problem, "self-generation", context);
  const sampled = await sampleSolutions(stage);
  const drops = new DropCounts();
  const ranked = sampled.right.toSorted(byLikelihood);
  const different = onePerOperations(ranked, stage.config.maxJaccard);
  drops.add("near-duplicate", ranked.length - different.length);
  const picked = pickDiverse(different, stage.config.pairsPerProblem, () => 1);
  drops.add("cap", different.length - picked.length);
  const demonstrations = picked.map(({ id, text }) => ({
    id: stage.io.id("demonstration", [text]),
    chainId: id,
    completion: text,
  }));
  return baselineOutcome(stage, sampled, { pairs: [], demonstrations, drops });
}

function onePerOperations(ranked: readonly Chain[], maxJaccard: number): readonly Chain[] {
  const seen = new Set<string>();
  const wordy: Chain[] = [];
  const counted = ranked.filter((chain) => {
    const operations = operationSignature(chain.text).operations.join(" ");
    if (operations === "") wordy.push(chain);
    return operations !== "" && !seen.has(operations) && seen.add(operations);
  });
  return [...counted, ...distinctChains(wordy, "", maxJaccard).kept];
}
