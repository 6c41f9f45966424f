"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/trpc/client";
import type { ItemView, LeaseView } from "@/server/review/item-view.schema";
import type { LeaseKeeper } from "./lease-keeper";

interface ItemLease {
  readonly keeper: LeaseKeeper;
  /** The item in view; undefined while it is read. */
  readonly view: ItemView | undefined;
  /** Whether the person works through a campaign. */
  readonly works: boolean;
}

/**
 * Holds the item in view for the person: one that they opened by its address is leased now, one that they leave
 * undecided is given back.
 * `settled`: it is known by now who has the item in view, so that the next may be asked for.
 */
export function useItemLease({ keeper, view, works }: ItemLease) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  /** The item whose lease was asked for, whatever the answer was. */
  const [tried, setTried] = useState<number | null>(null);
  const before = useRef<number | null>(null);
  const number = view?.number ?? null;
  const campaignId = view?.campaign?.id ?? null;
  const given = view?.lease ?? null;
  const wants = works && view !== undefined && view.mine === null && view.hindrance === null;

  /** The item is decided or left: it is nobody's for the page from now on. */
  const drop = useCallback(
    (left: number): LeaseView | null => {
      const lease = keeper.drop(left);
      const filters = { queryKey: trpc.review.item.queryKey({ number: left, campaignId }) };
      queryClient.setQueriesData<ItemView>(filters, (known) => known && { ...known, lease: null });
      return lease;
    },
    [campaignId, keeper, queryClient, trpc],
  );

  useEffect(() => {
    const left = before.current;
    before.current = number;
    if (left === null || left === number || keeper.leaseOf(left) === null) return;
    const lease = drop(left);
    if (lease !== null) client.review.leases.release.mutate({ leaseIds: [lease.id] }).catch(() => undefined);
  }, [client, drop, keeper, number]);

  useEffect(() => {
    if (number === null || campaignId === null || !wants || keeper.leaseOf(number) !== null) return;
    if (given !== null) {
      keeper.hold(number, given);
      return;
    }
    const take = async (): Promise<void> => {
      const { lease, hindrance } = await client.review.leases.take.mutate({ campaignId, number });
      if (lease !== null) keeper.hold(number, lease);
      const queryKey = trpc.review.item.queryKey({ number, campaignId });
      queryClient.setQueryData(queryKey, (known) => known && { ...known, lease, hindrance });
    };
    take()
      // Without a lease the item can be read, and the server says whether a decision counts.
      .catch(() => undefined)
      .finally(() => {
        setTried(number);
      });
  }, [campaignId, client, given, keeper, number, queryClient, trpc, wants]);

  const settled = number !== null && (!wants || given !== null || tried === number);
  return { settled, drop };
}
