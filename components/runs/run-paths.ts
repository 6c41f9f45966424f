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
