"use client";

import type { ReactNode } from "react";
import { itemPath } from "@/components/review/paths";
import { Button, LinkButton } from "@/components/ui/button";
import type { ItemView } from "@/server/review/item-view.schema";

/** The campaign that has every item; the server makes it with the first one. */
const EVERYTHING_ID = "camp_all";

interface HindranceNoteProps {
  readonly view: ItemView;
  readonly mayDecide: boolean;
  /** Null: the person does not work through a campaign. */
  readonly onNext: (() => void) | null;
}

/** Why the person cannot decide on this item, and what they can do instead. */
export function HindranceNote({ view, mayDecide, onNext }: HindranceNoteProps) {
  return (
    <Note text={view.hindrance ?? ""}>
      {view.campaign === null && mayDecide ? (
        <LinkButton size="sm" href={itemPath(view.number, { campaignId: EVERYTHING_ID })}>
          Decide on it in “Everything”
        </LinkButton>
      ) : null}
      {onNext === null ? null : (
        <Button size="sm" onClick={onNext}>
          Next item
        </Button>
      )}
    </Note>
  );
}

interface LostNoteProps {
  readonly onTake: () => void;
}

/** The page was asleep for so long that somebody else may have been given the item. */
export function LostNote({ onTake }: LostNoteProps) {
  return (
    <Note text="You had this item open for long without a sign of life, so somebody else may have it now. A decision of yours still counts.">
      <Button size="sm" onClick={onTake}>
        Take it again
      </Button>
    </Note>
  );
}

function Note({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <output className="mb-3 flex flex-wrap items-center gap-3 border-l-2 border-rejected bg-rejected-wash px-3 py-1.5">
      <p className="min-w-0 flex-1 basis-60">{text}</p>
      {children}
    </output>
  );
}
