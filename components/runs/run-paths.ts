import type { Route } from "next";

/** The page of a run, or a place on it. */
export function runPath(runId: string, anchor?: "problems" | "events"): Route {
  const page: Route = `/runs/${encodeURIComponent(runId)}`;
  return anchor === undefined ? page : (`${page}#${anchor}` as Route);
}

/** The pairs that a run made. */
export function runPairsPath(runId: string): Route {
  return `/runs/${encodeURIComponent(runId)}/pairs` as Route;
}

/** The launch form, with the choices of another run or of a preset. */
export function newRunPath(
  start?: { readonly from: string } | { readonly preset: "quick" | "paper" },
): Route {
  if (start === undefined) return "/runs/new";
  return `/runs/new?${new URLSearchParams(start).toString()}`;
}
