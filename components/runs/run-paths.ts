import type { RunKind } from "@/server/runs/runs.schema";

/** The page of a run. */
export function runPath(runId: string) {
  return `/runs/${encodeURIComponent(runId)}` as const;
}

/** The run's page with the problems that failed. */
export function failedProblemsPath(runId: string) {
  return `/runs/${encodeURIComponent(runId)}?status=failed` as const;
}

/** The launch form, with the settings of a preset or the choices of another run. */
export function newRunPath(start: { readonly from: string } | { readonly preset: "quick" | "paper" }) {
  return `/runs/new?${new URLSearchParams(start).toString()}` as const;
}

/** The launch form with a baseline for a run: its models, its problems, and as many tokens. */
export function baselinePath(runId: string, kind: Exclude<RunKind, "sphere">) {
  return `/runs/new?${new URLSearchParams({ baselineOf: runId, kind }).toString()}` as const;
}

/** Two runs beside each other. */
export function comparePath(a: string, b: string) {
  return `/runs/compare?${new URLSearchParams({ a, b }).toString()}` as const;
}
