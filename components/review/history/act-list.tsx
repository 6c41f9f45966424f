"use client";

import { useTakeBack } from "./use-take-back";
import type { ActView } from "@/server/review/item-view.schema";
import { ActItem } from "./act-item";

/** What was done, the newest first, with undo or redo of what can be. */
export function ActList({ acts }: { readonly acts: readonly ActView[] }) {
  const takeBack = useTakeBack();
  return (
    <ol aria-label="Acts" className="border-t border-rule">
      {acts.map((act) => (
        <ActItem
          key={act.seq}
          act={act}
          pending={takeBack.pending === act.seq}
          busy={takeBack.busy}
          onTakeBack={() => {
            (act.undone ? takeBack.redo : takeBack.undo)(act.seq);
          }}
        />
      ))}
    </ol>
  );
}
