import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { DEFAULT_SPHERE_CONFIG } from "@/server/sphere/config";
import type { RunFieldPath } from "../run-fields";
import { usedFields } from "./used-fields";

/**
 * The form's values as they are sent: a model that the run does not ask is none, and a number that it does not read is
 * the usual one where a person left it empty, so that nothing out of sight can keep a run from starting.
 */
export function fillUnread(values: LaunchRunInput): LaunchRunInput {
  const d = DEFAULT_SPHERE_CONFIG;
  const config = values.config ?? {};
  const used: ReadonlySet<string> = usedFields({
    kind: values.kind ?? "sphere",
    config: {
      mode: config.mode ?? d.mode,
      scorer: config.scorer ?? d.scorer,
      selfCorrection: config.selfCorrection ?? d.selfCorrection,
      diversityInduction: config.diversityInduction ?? d.diversityInduction,
    },
  });
  const read = (path: RunFieldPath): boolean => used.has(path);
  const usual = Object.entries(d).filter(([key]) => {
    const value: unknown = new Map<string, unknown>(Object.entries(config)).get(key);
    return !used.has(`config.${key}`) && (value === null || value === undefined);
  });
  return {
    ...values,
    smallModelId: read("smallModelId") ? values.smallModelId : null,
    scorerModelId: read("scorerModelId") ? values.scorerModelId : null,
    config: { ...config, ...Object.fromEntries(usual) },
  };
}
