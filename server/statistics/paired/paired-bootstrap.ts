import { clusterBootstrap, type ClusterResampling } from "../cluster-bootstrap";
import type { Estimate } from "../estimate";

/**
 * Mean difference over problems with the interval of the bootstrap that draws whole problems: `differences` are B less A
 * of each problem, each in [-1, 1]. Widened to what the unseen could do, as `clusterBootstrap` says.
 */
export function pairedBootstrap(
  differences: readonly number[],
  resampling: Omit<ClusterResampling, "range">,
): Estimate {
  return clusterBootstrap(differences, { ...resampling, range: { low: -1, high: 1 } });
}
