/**
 * Chance that at least one of k answers is right, from n answers of one problem of which c are right, without bias:
 * 1 - C(n - c, k) / C(n, k) as a product (Chen et al. 2021, "Evaluating Large Language Models Trained on Code",
 * figure 3), so that no binomial is ever formed. At k = 1 it is c / n, the problem's part of avg@n.
 *
 * @param k - from 1 to `samples`
 */
export function passAtK(correct: number, samples: number, k: number): number {
  if (samples - correct < k) return 1;
  let allWrong = 1;
  for (let drawn = samples - correct + 1; drawn <= samples; drawn++) allWrong *= 1 - k / drawn;
  return 1 - allWrong;
}
