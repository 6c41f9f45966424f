"use client";

import { memo } from "react";
import type { ItemView } from "@/server/review/item-view.schema";
import type { Side } from "@/server/review/review.schema";
import type { Draft } from "./draft";
import { ItemProblem } from "./item-problem";
import { ItemSides } from "./item-sides";
import { MachineFacts } from "./machine-facts";
import { OthersList } from "./others-list";

export interface BodyActs {
  readonly onMark: (view: ItemView, side: Side, step: number) => void;
  readonly onVersion: (view: ItemView, side: Side, version: string | null) => void;
  readonly onFocusSide: (side: Side) => void;
  readonly onEdit: (side: Side) => void;
}

interface ItemBodyProps {
  readonly view: ItemView;
  readonly draft: Draft;
  readonly raw: boolean;
  readonly facts: boolean;
  readonly focused: Side;
  readonly mayAct: boolean;
  readonly acts: BodyActs;
}

/** Everything to read of an item. Drawn ahead for the items that come next, so that they need only be shown. */
export const ItemBody = memo(function ItemBody(props: ItemBodyProps) {
  const { view, draft, raw, facts, focused, mayAct, acts } = props;
  return (
    <>
      <ItemProblem view={view} raw={raw} />
      <div className="mt-4">
        <ItemSides
          view={view}
          draft={draft}
          raw={raw}
          facts={facts}
          focused={focused}
          acts={
            mayAct
              ? {
                  onMark: (side, step) => {
                    acts.onMark(view, side, step);
                  },
                  onFocusSide: acts.onFocusSide,
                  onEdit: acts.onEdit,
                }
              : null
          }
          onVersion={(side, version) => {
            acts.onVersion(view, side, version);
          }}
        />
      </div>
      {facts ? (
        view.facts === null ? (
          <section
            aria-label="What the machine says"
            className="mt-4 border-y border-rule bg-sunken px-3 py-2 text-sm text-ink-soft"
          >
            This is shown once you have decided: the order is hidden.
          </section>
        ) : (
          <MachineFacts view={view} facts={view.facts} />
        )
      ) : null}
      {view.others.length === 0 ? null : <OthersList others={view.others} />}
    </>
  );
});
