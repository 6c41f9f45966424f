import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

/** One item of an evaluation with everything that is known of it. */
export type ItemDetail = inferRouterOutputs<AppRouter>["evaluations"]["item"];
export type ItemAnswer = ItemDetail["answers"][number];
