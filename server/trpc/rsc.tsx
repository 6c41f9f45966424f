import "server-only";

import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  type FetchQueryOptions,
  type QueryKey,
} from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { connection } from "next/server";
import { cache, type ReactNode } from "react";
import { serialize } from "superjson";
import { createCallerFactory } from "./init";
import { appRouter } from "./router";
import { webContext } from "./web-context";

/** One cache a request. */
const getQueryClient = cache(
  () =>
    new QueryClient({
      defaultOptions: {
        queries: { staleTime: 5_000, retry: false },
        dehydrate: { serializeData: serialize },
      },
    }),
);

/** Who looks at this page; once a request. */
const pageContext = cache(async () => webContext(await headers()));

/** `trpc.runs.list.queryOptions(...)` for `prefetch`, without HTTP. */
export const trpc = createTRPCOptionsProxy({
  ctx: pageContext,
  router: appRouter,
  queryClient: getQueryClient,
});

/** Calls a procedure from a page, for what the page itself decides on: a title, a `notFound()`. */
export async function serverCaller() {
  await connection();
  return createCallerFactory(appRouter)(await pageContext());
}

interface Prefetchable {
  readonly queryKey: readonly unknown[];
}

/**
 * Reads a query before the page is sent, so that it arrives with its data. A failure is left to the
 * browser, which asks again and shows it. Makes the page dynamic.
 */
export async function prefetch(...queries: readonly Prefetchable[]): Promise<void> {
  await connection();
  await Promise.all(queries.map((query) => getQueryClient().prefetchQuery(query)));
}

/**
 * Reads a query for the page itself and keeps it for the browser; once a request, also where the title asks too.
 * @throws what the procedure throws
 */
export async function readQuery<Read, Failure, Data, Key extends QueryKey>(
  query: FetchQueryOptions<Read, Failure, Data, Key>,
): Promise<Data> {
  await connection();
  return getQueryClient().fetchQuery(query);
}

/** Hands what was prefetched to the browser's cache. */
export function HydrateClient({ children }: { readonly children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
