import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

type Runs = inferRouterOutputs<AppRouter>["runs"];

/** The run and the problem that a tree belongs to. */
export type TreeOwner = Runs["tree"]["place"] & { readonly runId: string; readonly problemId: string };
/** What the server tells of one node. */
export type NodeDetail = Runs["treeNode"];
