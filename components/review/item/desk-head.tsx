"use client";

import { Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import type { Ref } from "react";
import { campaignPath, itemsPath, reviewPath } from "@/components/review/paths";
import { KIND_WORDS, STATE_WORDS } from "@/components/review/words";
import { formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import { SafeText } from "@/components/ui/raw-text";
import { Badge } from "@/components/ui/status-mark";
import type { ItemView } from "@/server/review/item-view.schema";
import { KeyedButton } from "./keyed-button";
import type { ActionId } from "./keys/actions";
import type { KeyChoices } from "./keys/bindings";
import type { Position } from "./use-position";

interface DeskHeadProps {
  /** Null: no item is in view. */
  readonly number: number | null;
  readonly view: ItemView | undefined;
  readonly campaign: { readonly id: string; readonly name: string } | null;
  readonly position: Position | null;
  /** What was undone, or what could not be. */
  readonly notice: string | null;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly choices: KeyChoices;
  /** What is pressed: raw text, facts, guidelines. */
  readonly on: Readonly<Partial<Record<ActionId, boolean>>>;
  readonly undoTitle: string | null;
  readonly redoTitle: string | null;
  /** Whether the person may do anything here beside reading. */
  readonly works: boolean;
  readonly onAction: (id: ActionId) => void;
}

/** Which item, how far the campaign is, and what is not about this item alone. */
export function DeskHead(props: DeskHeadProps) {
  const { number, view, campaign, position, notice, headingRef, choices, on, works, onAction } = props;
  const button = (action: ActionId) => ({
    action,
    choices,
    size: "sm" as const,
    onClick: () => {
      onAction(action);
    },
  });
  return (
    <header className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap gap-x-1.5 text-sm text-ink-soft">
          <Link href={reviewPath()} className="link">
            Review
          </Link>
          /
          {campaign === null ? (
            <Link href={itemsPath()} className="link">
              Items
            </Link>
          ) : (
            <Link href={campaignPath(campaign.id)} className="link">
              <SafeText text={campaign.name} />
            </Link>
          )}
          <output className="ml-3 text-ink">{notice}</output>
        </p>
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1 ref={headingRef} tabIndex={-1} className="font-serif text-xl font-semibold outline-none">
            {number === null ? "Review" : `Item ${number}`}
            {number === null || position === null || position.wanted === 0 ? null : (
              <span className="ml-3 font-sans text-base font-normal text-ink-soft">
                <span className="sr-only">, </span>
                {formatInteger(Math.min(position.done + 1, position.wanted))} of{" "}
                {formatInteger(position.wanted)}
              </span>
            )}
          </h1>
          {view === undefined ? null : (
            <span className="flex flex-wrap items-center gap-2 text-sm">
              <Badge title="What the item is">{KIND_WORDS[view.kind]}</Badge>
              {view.facts === null ? null : <StageMark stage={view.facts.stage} label="short" />}
              {view.campaign?.blind === true ? (
                <Badge title="Order and origin are hidden until you have decided">blind</Badge>
              ) : null}
              {view.state === null || view.state === "open" ? null : <Badge>{STATE_WORDS[view.state]}</Badge>}
              {view.gold === null ? null : (
                <Badge title="Its right decision is known">gold: {view.gold}</Badge>
              )}
            </span>
          )}
        </div>
      </div>
      <fieldset className="flex min-w-0 flex-wrap gap-1.5">
        <legend className="sr-only">View and keys</legend>
        {works ? (
          <>
            <KeyedButton
              {...button("undo")}
              variant="quiet"
              icon={<Undo2 size={13} aria-hidden />}
              disabled={props.undoTitle === null}
              title={props.undoTitle ?? "Nothing to undo"}
            >
              Undo
            </KeyedButton>
            <KeyedButton
              {...button("redo")}
              variant="quiet"
              icon={<Redo2 size={13} aria-hidden />}
              disabled={props.redoTitle === null}
              title={props.redoTitle ?? "Nothing to redo"}
            >
              Redo
            </KeyedButton>
          </>
        ) : null}
        <KeyedButton {...button("raw")} aria-pressed={on.raw ?? false}>
          Raw text
        </KeyedButton>
        <KeyedButton {...button("facts")} aria-pressed={on.facts ?? false}>
          Machine
        </KeyedButton>
        {campaign === null ? null : (
          <KeyedButton {...button("guidelines")} aria-pressed={on.guidelines ?? false}>
            Guidelines
          </KeyedButton>
        )}
        {works ? <KeyedButton {...button("sheet")}>Keys</KeyedButton> : null}
      </fieldset>
    </header>
  );
}
