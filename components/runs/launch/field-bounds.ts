import { z } from "zod";
import { launchRunSchema, sphereConfigSchema } from "@/server/runs/runs.schema";
import type { RunFieldPath } from "../run-fields";

export interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

const schemas = new Map<string, unknown>([
  ...Object.entries(launchRunSchema.shape),
  ...Object.entries(sphereConfigSchema.shape).map(([key, schema]) => [`config.${key}`, schema] as const),
]);

/** The bounds that the schema sets to a number field, for the control's steppers. */
export function fieldBounds(path: RunFieldPath): Bounds {
  let schema = schemas.get(path);
  // Defaults and nullables are wrapped around the number itself.
  while (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) schema = schema.unwrap();
  if (!(schema instanceof z.ZodNumber)) return { min: undefined, max: undefined };
  return { min: finite(schema.minValue), max: finite(schema.maxValue) };
}

/** What the schema leaves open is the edge of the safe integers, which no control need name. */
function finite(value: number | null): number | undefined {
  return value === null || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value;
}
