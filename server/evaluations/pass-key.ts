import { contentId } from "@/server/foundation/ids";
import { APART_PARTS, type ApartPart } from "./apart.schema";
import type { PassName, Protocol } from "./evaluations.schema";

/** What of an evaluation a pass key is made of; `EvaluationView` fits. */
export interface KeyedEvaluation {
  readonly protocol: Protocol;
  readonly itemsSha256: string;
  /** The grader whose numbers are meant. */
  readonly scoredWith: string;
}

/**
 * The content id of everything that a pass's numbers depend on beside the model: items, prompt, that pass's sampling, token
 * limit, grader. Numbers may be ranked or compared where it is the same. Null where the protocol has no such pass.
 * The seed is not in it: of it only the choice of items matters, and those are.
 */
export function passKey(evaluation: KeyedEvaluation, pass: PassName): string | null {
  const parts = keyParts(evaluation, pass);
  return parts.sampling === null
    ? null
    : contentId("pass", [pass, ...APART_PARTS.map((part) => parts[part])]);
}

/** What differs between two evaluations in one pass, in the order of `APART_PARTS`; empty where their keys are the same. */
export function whyApart(a: KeyedEvaluation, b: KeyedEvaluation, pass: PassName): readonly ApartPart[] {
  const [left, right] = [keyParts(a, pass), keyParts(b, pass)];
  return APART_PARTS.filter((part) => JSON.stringify(left[part]) !== JSON.stringify(right[part]));
}

function keyParts(
  { protocol, itemsSha256, scoredWith }: KeyedEvaluation,
  pass: PassName,
): Readonly<Record<ApartPart, unknown>> {
  const { prompt, promptVersion, greedy, sampled, maxTokens } = protocol;
  return {
    items: itemsSha256,
    prompt: [promptVersion, prompt.map(({ role, content }) => [role, content])],
    sampling:
      pass === "greedy"
        ? greedy
          ? "greedy"
          : null
        : sampled === null
          ? null
          : [sampled.samples, sampled.temperature, sampled.topP],
    "max-tokens": maxTokens,
    grader: scoredWith,
  };
}
