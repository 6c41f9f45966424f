import { problemPath } from "@/components/runs/pairs/paths";

/** What a link opens a tree at. */
interface At {
  readonly node?: string;
  readonly chain?: string;
}

/** The page of a problem's search tree, opened at a node, or with a chain's path lit. */
export function treePath(runId: string, problemId: string, at: At = {}) {
  const page = `${problemPath(runId, problemId)}/tree` as const;
  return at.node === undefined && at.chain === undefined
    ? page
    : (`${page}?${new URLSearchParams({ ...at }).toString()}` as const);
}
