import type { LabelsRequest, ModelRole } from "../io";
import { JUDGE_LABELS, judgeMessages, VERDICT_ORDERS } from "../prompts";
import type { OpenStage } from "../stage";
import type { ScorerModel } from "./model-scorer";

/**
 * A judge's probability that a partial solution is correct so far, by its first token (method: judge-label). Models
 * prefer the first or the second of two options whatever they say, so the options are asked for in both orders
 * and the probabilities averaged; unless both orders are answered the judge has not told. The judge does not see
 * the reference answer: a value that leans on it would be none that the policy could learn to tell.
 */
export function judge(
  stage: Pick<OpenStage, "io" | "problem">,
  role: Extract<ModelRole, "policy" | "scorer">,
): ScorerModel {
  return {
    kind: "judge",
    async values(prefixes) {
      const requests = prefixes.flatMap((steps) =>
        VERDICT_ORDERS.map((order): LabelsRequest => ({
          kind: "labels",
          role,
          messages: judgeMessages(stage.problem, steps, order),
          labels: JUDGE_LABELS,
        })),
      );
      const answers = await stage.io.measure(requests);
      return prefixes.map((_, index) => {
        const [first, second] = [answers[2 * index]?.[0], answers[2 * index + 1]?.[1]];
        return isChance(first) && isChance(second) ? (first + second) / 2 : null;
      });
    },
  };
}

const isChance = (value: number | undefined): value is number =>
  value !== undefined && value >= 0 && value <= 1;
