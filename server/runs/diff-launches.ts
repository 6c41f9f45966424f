import type { LaunchRun } from "./runs.schema";

/** One setting in which two launches differ. */
export interface LaunchDifference {
  /** As in the launch, parts joined by a dot: `config.rootSamples`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Names tell apart, and say nothing about what is done. */
const PASSED_OVER = new Set(["name", "dryRun"]);

/** Every setting in which two launches differ, in the order of the form. */
export function diffLaunches(a: LaunchRun, b: LaunchRun): LaunchDifference[] {
  const after = leaves(b);
  const differences = [...leaves(a)].flatMap(([path, before]) =>
    before === after.get(path) ? [] : [{ path, before, after: after.get(path) }],
  );
  return differences.filter(({ path }) => !PASSED_OVER.has(path));
}

function leaves(value: object, prefix = ""): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    if (typeof part === "object" && part !== null) {
      for (const [path, leaf] of leaves(part, `${prefix}${name}.`)) found.set(path, leaf);
    } else {
      found.set(`${prefix}${name}`, part);
    }
  }
  return found;
}
