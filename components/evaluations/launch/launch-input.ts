import type { FieldPath } from "react-hook-form";
import type { z } from "zod";
import type { launchEvaluationsSchema } from "@/server/evaluations/evaluations.schema";

/** The form as it is filled in: a number may still be missing. */
export type LaunchInput = z.input<typeof launchEvaluationsSchema>;

export type LaunchPath = FieldPath<LaunchInput>;

/** The fields by the names that errors from the server carry, in the order of the page. */
export const LAUNCH_FIELDS = {
  modelIds: "models",
  benchmarkIds: "benchmarks",
  items: "problems of each",
  seed: "seed",
  greedy: "greedy pass",
  sampled: "sampled pass",
  maxTokens: "longest answer",
  priority: "priority",
} as const satisfies Partial<Record<keyof LaunchInput, string>>;
export type LaunchField = keyof typeof LAUNCH_FIELDS;

export function isLaunchField(name: string): name is LaunchField {
  return Object.hasOwn(LAUNCH_FIELDS, name);
}
