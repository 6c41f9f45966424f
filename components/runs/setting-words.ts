import type { LaunchRun } from "@/server/runs/runs.schema";
import { KIND_WORDS, MODE_WORDS, SCORER_WORDS } from "./run-words";
import type { RunFieldPath } from "./run-fields";

/** Names of what a launch refers to by id. */
export interface SettingNames {
  readonly models: ReadonlyMap<string, string>;
  readonly sets: ReadonlyMap<string, string>;
}

export type SettingValue = string | number | boolean | null;

const empty: Partial<Record<RunFieldPath, string>> = {
  smallModelId: "none: the policy varies itself",
  scorerModelId: "none of its own",
  tokenBudget: "no limit",
  timeBudgetMinutes: "no limit",
  maxInFlight: "as many as the engine takes",
};

/** A setting's value as a person reads it: "Rollouts first (omega)", "on", "1,024", "no limit". */
export function settingWords(path: RunFieldPath, value: SettingValue, names: SettingNames): string {
  if (value === null) return empty[path] ?? "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "number") return value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
  return chosen[path]?.get(value)?.label ?? namedBy(path, names).get(value) ?? value;
}

const chosen: Partial<Record<RunFieldPath, ReadonlyMap<string, { readonly label: string }>>> = {
  kind: new Map(Object.entries(KIND_WORDS)),
  "config.mode": new Map(Object.entries(MODE_WORDS)),
  "config.scorer": new Map(Object.entries(SCORER_WORDS)),
};

function namedBy(path: RunFieldPath, { models, sets }: SettingNames): ReadonlyMap<string, string> {
  if (path === "problemSetId") return sets;
  return path.endsWith("ModelId") ? models : new Map();
}

/** The value of a field of a launch. */
export function settingOf(launch: LaunchRun, path: RunFieldPath): SettingValue {
  const config = new Map<string, SettingValue>(Object.entries(launch.config));
  const { config: _config, ...rest } = launch;
  const own = new Map<string, SettingValue>(Object.entries(rest));
  return (path.startsWith("config.") ? config.get(path.slice("config.".length)) : own.get(path)) ?? null;
}
