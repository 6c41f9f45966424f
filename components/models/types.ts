/**
 * `components/models` owns the Models page: what can answer a prompt, how to get it, and whether it works. It
 * reads the API by its types and `*.schema.ts`; it never imports a service or `db`.
 */
import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

type Models = inferRouterOutputs<AppRouter>["models"];

export type Model = Models["list"][number];
/** What testing a model found. */
export type ModelTest = Models["test"];
