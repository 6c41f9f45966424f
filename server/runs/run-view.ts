import type { RunRow } from "./runs.repo";

/** A run as pages and the API see it: without the lease, which is the workers' own business. */
export type RunView = Omit<RunRow, "leaseId" | "leaseExpiresAt">;

export function runView(row: RunRow): RunView {
  const { leaseId: _lease, leaseExpiresAt: _expiry, ...view } = row;
  return view;
}
