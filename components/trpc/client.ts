/**
 * `components/trpc` owns the way from the browser to the API: typed client, query client, live subscriptions.
 * It imports the router's type only.
 */
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@/server/trpc/router";

/** `useTRPC()` gives `queryOptions`, `mutationOptions` and `subscriptionOptions` of every procedure. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
