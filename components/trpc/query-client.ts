import { QueryCache, QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { deserialize } from "superjson";

const MOST_RETRIES = 2;

/** A person's mistake does not get better by asking again; a lost connection may. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= MOST_RETRIES) return false;
  const status = statusOf(error);
  return status === null || status >= 500 || status === 429;
}

function statusOf(error: unknown): number | null {
  return error instanceof TRPCClientError ? httpStatus(error.data) : null;
}

function httpStatus(data: unknown): number | null {
  if (typeof data !== "object" || data === null || !("httpStatus" in data)) return null;
  return typeof data.httpStatus === "number" ? data.httpStatus : null;
}

/** @param onSignedOut is called where something is not read because nobody is signed in (any more) */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (statusOf(error) === 401) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: shouldRetry },
      mutations: { retry: false },
      hydrate: { deserializeData: deserialize },
    },
  });
}
