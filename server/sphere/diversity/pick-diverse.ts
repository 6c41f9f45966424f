import { operationSignature, signatureDistance } from "./operation-signature";
import type { Chain } from "../types";

const QUALITY_WEIGHT = 0.7;
const DISTANCE_WEIGHT = 0.3;

/**
 * Chains that are good and compute differently: greedy, by 0.7 quality + 0.3 distance to the nearest one already
 * picked (method: diversity metrics). The first has nothing to keep away from and is measured by its mean
 * distance to all others.
 *
 * @param quality in [0, 1]
 */
export function pickDiverse(
  chains: readonly Chain[],
  count: number,
  quality: (chain: Chain) => number,
): readonly Chain[] {
  const open = chains.map((chain) => ({ chain, signature: operationSignature(chain.text) }));
  type Signed = (typeof open)[number];
  const all = [...open];
  const picked: Signed[] = [];
  const distance = (one: Signed): number => {
    const others = (picked.length > 0 ? picked : all).filter((other) => other !== one);
    if (others.length === 0) return 0;
    const distances = others.map((other) => signatureDistance(one.signature, other.signature));
    return picked.length > 0 ? Math.min(...distances) : distances.reduce((a, b) => a + b) / distances.length;
  };
  while (picked.length < count && open.length > 0) {
    const scores = open.map((one) => QUALITY_WEIGHT * quality(one.chain) + DISTANCE_WEIGHT * distance(one));
    picked.push(...open.splice(scores.indexOf(Math.max(...scores)), 1));
  }
  return picked.map(({ chain }) => chain);
}
