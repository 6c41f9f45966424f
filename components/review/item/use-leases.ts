"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { serialize } from "superjson";
import { useTRPCClient } from "@/components/trpc/client";
import { LeaseKeeper, RENEW_EVERY_MS } from "./lease-keeper";

const NONE: ReadonlySet<number> = new Set();

/** The leases of a page: renewed while it is open, given back when it is left. */
export function useLeases() {
  const client = useTRPCClient();
  const [keeper] = useState(() => new LeaseKeeper());
  const lost = useSyncExternalStore(keeper.subscribe, keeper.lost, () => NONE);
  useEffect(() => {
    const renew = async (): Promise<void> => {
      const leaseIds = keeper.ids();
      if (leaseIds.length > 0) keeper.renewed(await client.review.leases.renew.mutate({ leaseIds }));
    };
    const timer = setInterval(() => {
      // Without the network the next turn asks again; the server keeps leases for three.
      renew().catch(() => undefined);
    }, RENEW_EVERY_MS);
    const leave = (): void => {
      release(keeper.ids());
    };
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [client, keeper]);
  return { keeper, lost };
}

/** Gives leases back in a request that outlives the page. */
function release(leaseIds: readonly string[]): void {
  if (leaseIds.length === 0) return;
  fetch("/api/trpc/review.leases.release", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(serialize({ leaseIds })),
  }).catch(() => undefined);
}
