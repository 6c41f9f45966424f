import { QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { deserialize } from "superjson";

const MOST_RETRIES = 2;

/** A person's mistake does not get better by asking again; a lost connection may. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= MOST_RETRIES) return false;
  const status = error instanceof TRPCClientError ? httpStatus(error.data) : null;
  return status === null || status >= 500 || status === 429;
}

function httpStatus(data: unknown): number | null {
  if (typeof data !== "object" || data === null || !("httpStatus" in data)) return null;
  return typeof data.httpStatus === "number" ? data.httpStatus : null;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: shouldRetry },
      mutations: { retry: false },
      hydrate: { deserializeData: deserialize },
    },
  });
}
