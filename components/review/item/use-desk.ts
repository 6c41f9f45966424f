"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useMemo } from "react";
import { useMe } from "@/components/accounts/use-me";
import { filterOf, type Scope } from "@/components/review/filter-params";
import { itemPath, workPath } from "@/components/review/paths";
import { useTRPC } from "@/components/trpc/client";
import { useOutbox } from "./outbox/outbox-provider";
import { waitingNumbers } from "./outbox/queue";
import { useDeck } from "./use-deck";
import { useItemLease } from "./use-item-lease";
import { useLeases } from "./use-leases";
import { usePosition } from "./use-position";
import { useShown } from "./use-shown";

export interface DeskStart {
  /** Null: the next item is wanted. */
  readonly start: number | null;
  readonly scope: Scope;
}

export type DeskState = ReturnType<typeof useDesk>;

/** Which item is in view, which come next, and who may do what. */
export function useDesk({ start, scope }: DeskStart) {
  const trpc = useTRPC();
  const campaignId = scope.campaign;
  const filter = useMemo(() => filterOf(scope), [scope]);
  const mayDecide = useMe().can("annotator");
  const { outbox } = useOutbox();
  const works = campaignId !== null && mayDecide && outbox !== null;

  const addressOf = useCallback(
    (number: number | null) =>
      number === null ? workPath(campaignId ?? "", filter) : itemPath(number, { campaignId, ...filter }),
    [campaignId, filter],
  );
  const { shown: number, go } = useShown(start, addressOf);
  const item = useQuery(
    trpc.review.item.queryOptions({ number: number ?? 1, campaignId }, { enabled: number !== null }),
  );
  const view = number === null ? undefined : item.data;

  const { keeper, lost } = useLeases();
  const { settled, drop: dropLease } = useItemLease({ keeper, view, works });
  const waiting = useCallback(
    () => (outbox === null ? [] : waitingNumbers(outbox.snapshot().entries)),
    [outbox],
  );
  const { deck, state: next } = useDeck({
    campaignId: works ? campaignId : null,
    filter,
    leases: keeper,
    waiting,
  });
  const { campaign, position, countOne } = usePosition(campaignId);

  const wantsNext = deck !== null && (number === null || settled || item.isError);
  useEffect(() => {
    if (wantsNext) deck.fill();
  }, [deck, wantsNext]);

  const showFirst = useEffectEvent(() => {
    const first = deck?.take() ?? null;
    if (first !== null) go(first.number, "replace");
  });
  const hasNext = next.ready.length > 0;
  useEffect(() => {
    if (number === null && hasNext) showFirst();
  }, [number, hasNext]);

  /** Goes on to the next item, which is here already where the network allows. */
  const advance = (): void => {
    const following = deck?.take() ?? null;
    go(following?.number ?? null);
  };

  return {
    campaignId,
    filter,
    mayDecide,
    works,
    number,
    go,
    item,
    view,
    keeper,
    dropLease,
    lost,
    deck,
    next,
    campaign,
    position,
    countOne,
    advance,
  };
}
