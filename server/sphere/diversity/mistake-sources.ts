import type { ModelRole, ChatMessage } from "../io";
import { SOLVE_VARIANTS, solveMessages, variantMessages } from "../prompts";
import type { OpenStage } from "../stage";
import type { ChainOrigin } from "../types";

/** Temperatures at which the policy is made to err (DPO-VP raised its own to these over its rounds). */
const POLICY_TEMPERATURES = [1, 1.2] as const;
/** A prompt variant is asked at the first of them: at the run's own temperature the policy erred in nothing. */
const [VARIANT_TEMPERATURE] = POLICY_TEMPERATURES;

/** Where plausible wrong solutions may come from. */
export interface MistakeSource {
  readonly origin: Extract<ChainOrigin, "small-model" | "policy-variant" | "prompt-variant">;
  readonly role: Extract<ModelRole, "small" | "policy">;
  readonly messages: readonly ChatMessage[];
  readonly temperature: number;
  /** Samples asked for. */
  readonly n: number;
}

/**
 * Sources of plausible errors in the method's order (5.2); each is asked only where those before it gave none that
 * makes a pair. First the small model with 2E samples, where the run has one: SPHERE takes a smaller model of the
 * policy's family; the same weights more strongly quantised, or the policy's last checkpoint, serve as well, and
 * which one it is is the choice of who launches the run. Then the policy itself, E samples a source: hotter, hotter
 * still, then asked in other ways.
 */
export function mistakeSources({ problem, config, hasSmallModel }: OpenStage): MistakeSource[] {
  const messages = solveMessages(problem);
  const fewer = Math.ceil(config.smallModelSamples / 2);
  const small: MistakeSource = {
    origin: "small-model",
    role: "small",
    messages,
    temperature: config.temperature,
    n: config.smallModelSamples,
  };
  const policy = { role: "policy", n: fewer } as const;
  return [
    ...(hasSmallModel ? [small] : []),
    ...POLICY_TEMPERATURES.map((temperature) => ({
      ...policy,
      origin: "policy-variant" as const,
      messages,
      temperature,
    })),
    ...SOLVE_VARIANTS.map((variant) => ({
      ...policy,
      origin: "prompt-variant" as const,
      messages: variantMessages(problem, variant),
      temperature: VARIANT_TEMPERATURE,
    })),
  ];
}
