import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import type { LaunchPrefill } from "./paths";

/** The very protocol, for another evaluation that may be ranked with this one. */
export function protocolPrefill({
  protocol,
  subset,
}: Pick<EvaluationView, "protocol" | "subset">): LaunchPrefill {
  const { greedy, sampled, maxTokens, seed } = protocol;
  return {
    preset: "custom",
    items: subset.seed === null ? "all" : subset.items,
    seed: subset.seed ?? seed,
    greedy,
    sampled,
    maxTokens,
  };
}
