import { launchRunSchema, type LaunchRun } from "@/server/runs/runs.schema";

const KEY = "sphere.launch-draft";

type Store = Pick<Storage, "getItem" | "setItem">;

/** Keeps the form of a launch while its dry run is looked at, also over a reload and the browser's way back. */
export function keepDraft(store: Store, dryRunId: string, values: LaunchRun): void {
  store.setItem(KEY, JSON.stringify({ dryRunId, values }));
}

/** The form that the dry run came from; null where this browser has none. */
export function readDraft(store: Store, dryRunId: string): LaunchRun | null {
  const kept: unknown = parseJson(store.getItem(KEY));
  if (typeof kept !== "object" || kept === null) return null;
  if (!("dryRunId" in kept) || kept.dryRunId !== dryRunId || !("values" in kept)) return null;
  const values = launchRunSchema.safeParse(kept.values);
  return values.success ? values.data : null;
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
