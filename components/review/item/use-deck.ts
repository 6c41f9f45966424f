"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useTRPC, useTRPCClient } from "@/components/trpc/client";
import { itemFilterSchema, type ItemFilter } from "@/server/review/review.schema";
import { Deck, type DeckState } from "./deck";
import type { LeaseKeeper } from "./lease-keeper";

/** Beside the one in view: two, so that a person may decide twice before the server has answered once. */
const DEPTH = 2;
/** As many as `review.next` takes. */
const MOST_EXCEPTED = 20;

const EMPTY: DeckState = { ready: [], asking: false, none: null, error: null };

interface DeckOptions {
  /** Null: the person does not work through a campaign. */
  readonly campaignId: string | null;
  readonly filter: ItemFilter;
  readonly leases: LeaseKeeper;
  /** Items with a decision of theirs that the server does not have yet. */
  readonly waiting: () => readonly number[];
}

/** The next items of a campaign, leased and read before they are wanted. */
export function useDeck({ campaignId, filter, leases, waiting }: DeckOptions) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const filterKey = JSON.stringify(filter);
  const deck = useMemo(() => {
    if (campaignId === null) return null;
    // By its content: the filter is a new object with each render.
    const wanted = itemFilterSchema.parse(JSON.parse(filterKey));
    return new Deck({
      depth: DEPTH,
      except: () => [...new Set([...leases.numbers(), ...waiting()])],
      ask: async (except) => {
        const answer = await client.review.next.mutate({
          campaignId,
          filter: wanted,
          except: [...new Set(except)].slice(0, MOST_EXCEPTED),
        });
        if ("item" in answer) {
          const { item } = answer;
          queryClient.setQueryData(trpc.review.item.queryKey({ number: item.number, campaignId }), item);
          if (item.lease !== null) leases.hold(item.number, item.lease);
        }
        return answer;
      },
    });
  }, [campaignId, client, queryClient, trpc, leases, waiting, filterKey]);
  useEffect(() => {
    deck?.start();
    return () => {
      deck?.stop();
    };
  }, [deck]);
  const state = useSyncExternalStore(deck?.subscribe ?? ignore, deck?.snapshot ?? (() => EMPTY), () => EMPTY);
  return { deck, state };
}

function ignore(): () => void {
  return () => undefined;
}
