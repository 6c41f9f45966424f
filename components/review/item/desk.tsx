"use client";

/**
 * `components/review/item` owns the page on which a person decides on one item after the other: it draws an item, keeps
 * the next ones at hand, sends what was decided, and listens to keys. It never decides what an item means: the server does.
 */
import { clsx } from "clsx";
import { useLayoutEffect, useRef } from "react";
import { reviewPath } from "@/components/review/paths";
import { useTRPCClient } from "@/components/trpc/client";
import { LinkButton } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import { choosesSides } from "./choices";
import { DeskHead } from "./desk-head";
import { DeskItem } from "./desk-item";
import { EndState } from "./end-state";
import { GuidelinesPanel } from "./guidelines-panel";
import { ItemSkeleton } from "./item-skeleton";
import { countSteps } from "./item-steps";
import { KeysDialog } from "./keys-dialog";
import { measureNextDrawn } from "./measure-next";
import { useDesk, type DeskStart, type DeskState } from "./use-desk";
import { useDeskActs } from "./use-desk-acts";
import { useItemKeys } from "./use-item-keys";
import { useKeyChoices } from "./use-key-choices";
import { useLook } from "./use-look";

/** Working through a campaign, or looking at one item. */
export function Desk(start: DeskStart) {
  const client = useTRPCClient();
  const desk = useDesk(start);
  const look = useLook();
  const acts = useDeskActs(desk, look);
  const keys = useKeyChoices();
  const { number, view, works, campaignId, campaign, keeper } = desk;
  const blind = view !== undefined && choosesSides(view);

  useItemKeys({
    choices: keys.choices,
    blind,
    steps: view === undefined ? 0 : countSteps(view, acts.draft, look.side),
    onAction: acts.run,
    onStep: (step) => {
      if (view !== undefined && acts.mayAct) acts.bodyActs.onMark(view, look.side, step);
    },
    onReason: (index) => {
      const reason = acts.reasons[index];
      if (reason !== undefined) acts.toggleReason(reason.code);
    },
  });

  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(number);
  const ready = view?.number ?? null;
  useLayoutEffect(() => {
    if (ready === null || before.current === ready) return;
    before.current = ready;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
    measureNextDrawn();
  }, [ready]);

  const takeAgain = async (): Promise<void> => {
    if (number === null || campaignId === null) return;
    const { lease } = await client.review.leases.take.mutate({ number, campaignId });
    if (lease === null) await desk.item.refetch();
    else keeper.hold(number, lease);
  };

  return (
    <div
      className={clsx(
        "-mb-6 flex min-h-[calc(100dvh-4.5rem)] flex-col lg:-mb-8 lg:min-h-[calc(100dvh-2rem)]",
        look.guidelines && "xl:pr-90",
      )}
    >
      <DeskHead
        number={number}
        view={view}
        campaign={campaign ?? null}
        position={works && acts.current === null ? desk.position : null}
        notice={acts.notice}
        headingRef={heading}
        choices={keys.choices}
        on={{ raw: look.raw, facts: look.facts, guidelines: look.guidelines }}
        undoTitle={acts.undoTitle}
        redoTitle={acts.redoTitle}
        works={works}
        onAction={acts.run}
      />
      {number === null ? (
        <NoItem desk={desk} />
      ) : view === undefined ? (
        <UnreadItem desk={desk} />
      ) : (
        <DeskItem
          desk={desk}
          view={view}
          look={look}
          acts={acts}
          choices={keys.choices}
          onTake={() => {
            takeAgain().catch(() => {
              acts.setNotice("The item could not be taken: the server did not answer.");
            });
          }}
        />
      )}
      {look.guidelines && campaignId !== null ? (
        <GuidelinesPanel
          campaignId={campaignId}
          onClose={() => {
            look.setGuidelines(false);
            heading.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
      <KeysDialog
        open={look.sheet}
        onOpenChange={look.setSheet}
        choices={keys.choices}
        onChange={keys.set}
        error={keys.error}
        blind={blind}
      />
    </div>
  );
}

/** No item is in view: the next is on its way, or there is none. */
function NoItem({ desk: { campaignId, filter, deck, next, mayDecide } }: { readonly desk: DeskState }) {
  const ask = (): void => {
    deck?.fill();
  };
  if (campaignId === null || !mayDecide) {
    return (
      <p className="border-y border-rule py-6">
        {campaignId === null
          ? "Choose a campaign to work through."
          : "Your role reads items; deciding on them needs the role annotator."}{" "}
        <LinkButton href={reviewPath()}>Campaigns</LinkButton>
      </p>
    );
  }
  if (next.error !== null) {
    return (
      <ErrorState
        title="The next item could not be read"
        error={next.error}
        onRetry={ask}
        retrying={next.asking}
      />
    );
  }
  if (next.none === null) return <ItemSkeleton label="Looking for the next item" />;
  return (
    <EndState campaignId={campaignId} filter={filter} reason={next.none} asking={next.asking} onAsk={ask} />
  );
}

function UnreadItem({ desk: { item, advance, deck } }: { readonly desk: DeskState }) {
  if (item.error === null) return <ItemSkeleton />;
  return (
    <>
      <ErrorState
        title="The item could not be read"
        error={item.error}
        retrying={item.isFetching}
        onRetry={() => {
          item.refetch().catch(() => undefined);
        }}
      />
      <p className="mt-3 flex gap-2">
        {deck === null ? null : (
          <button type="button" className="link" onClick={advance}>
            Go to the next item
          </button>
        )}
        <LinkButton href={reviewPath()}>Campaigns</LinkButton>
      </p>
    </>
  );
}
