"use client";

import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { useState, type ReactNode } from "react";
import superjson from "superjson";
import type { AppRouter } from "@/server/trpc/router";
import { TRPCProvider } from "./client";
import { makeQueryClient } from "./query-client";

const url = "/api/trpc";

let browserQueryClient: QueryClient | null = null;

/** One cache a browser; a fresh one for each server render, so that no two people share one. */
function getQueryClient(onSignedOut: () => void): QueryClient {
  if (typeof window === "undefined") return makeQueryClient(onSignedOut);
  browserQueryClient ??= makeQueryClient(onSignedOut);
  return browserQueryClient;
}

function makeClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: httpBatchLink({ url, transformer: superjson }),
      }),
    ],
  });
}

interface ProviderProps {
  /** Called where something is not read because nobody is signed in (any more). */
  readonly onSignedOut: () => void;
  readonly children: ReactNode;
}

export function TRPCReactProvider({ onSignedOut, children }: ProviderProps) {
  const queryClient = getQueryClient(onSignedOut);
  const [trpcClient] = useState(makeClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
