import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

type Runs = inferRouterOutputs<AppRouter>["runs"];

/** Everything that a run made of one problem. */
export type ProblemDetail = Runs["problem"];
export type Chain = ProblemDetail["chains"][number];
export type TreeNodeRow = ProblemDetail["nodes"][number];
export type CorrectionRow = ProblemDetail["corrections"][number];
/** One model call with its texts and what became of them. */
export type CallDetail = Runs["modelCall"];
