/**
 * `components/problems` owns the pages of problem sets: the list and its imports, one set, one problem.
 * It imports other components, schemas and the router's type; never a service or the database.
 */
import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

type Outputs = inferRouterOutputs<AppRouter>["problems"];

export type SetSummary = Outputs["sets"]["list"][number];
export type SetDetail = Outputs["sets"]["get"];
export type Sources = Outputs["sources"];
export type ProblemPage = Outputs["list"];
export type ProblemItem = ProblemPage["items"][number];
export type ProblemDetail = Outputs["get"];
export type ImportReport = Outputs["importFile"];

/** What each way of importing gets. */
export interface ImportWayProps {
  readonly sources: Sources;
  readonly onReport: (report: ImportReport) => void;
}

export type OverlapSummary = Outputs["overlap"]["summary"];
export type Match = Outputs["overlap"]["matches"]["items"][number];
