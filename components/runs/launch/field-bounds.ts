import { launchRunSchema, sphereConfigSchema } from "@/server/runs/runs.schema";
import type { RunFieldPath } from "../run-fields";

export interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

interface Schema {
  readonly unwrap?: () => unknown;
  readonly minValue?: unknown;
  readonly maxValue?: unknown;
}

/** The bounds that the schema sets to a number field, for the control's steppers. */
export function fieldBounds(path: RunFieldPath): Bounds {
  const config: Record<string, Schema> = sphereConfigSchema.shape;
  const top: Record<string, Schema> = launchRunSchema.shape;
  let schema = path.startsWith("config.") ? config[path.slice("config.".length)] : top[path];
  // Defaults and nullables are wrapped around the number itself.
  while (schema?.unwrap !== undefined) schema = schema.unwrap() as Schema;
  return { min: finite(schema?.minValue), max: finite(schema?.maxValue) };
}

/** What the schema leaves open is the edge of the safe integers, which no control need name. */
function finite(value: unknown): number | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  return Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value;
}
