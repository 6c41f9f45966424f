import { formatCount, formatDecimal } from "@/components/ui/format";
import type { ModelTest } from "./types";

type Likelihood = NonNullable<ModelTest["likelihoods"]>[number];
type Step = NonNullable<ModelTest["steps"]>["path"][number];

/** "“2 + 3 = 5” has a mean log-probability of −0.31 a token (7 tokens)." */
export function likelihoodWords({ text, meanLogprob, tokens }: Likelihood): string {
  const value = formatDecimal(meanLogprob).replace("-", "−");
  return `“${text}” has a mean log-probability of ${value} a token (${formatCount(tokens, "token")}).`;
}

/** Whether the values tell right steps from wrong ones, in one sentence. */
export function stepsVerdict(path: readonly Step[]): string {
  const right = path.filter((step) => step.right).map(({ value }) => value);
  const wrong = path.filter((step) => !step.right).map(({ value }) => value);
  const tells = Math.min(...right) > Math.max(...wrong);
  return tells
    ? "It values the right step above the wrong ones."
    : "It does not value the right step above the wrong ones: look at its values before you trust them.";
}
