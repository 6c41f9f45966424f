"use client";

import { useQuery } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useHotkeys } from "react-hotkeys-hook";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useTakeBack } from "./use-take-back";

/** The newest act that can be taken back, and the newest that was; also by Ctrl Z and Ctrl Shift Z. */
export function UndoBar() {
  const trpc = useTRPC();
  const { can } = useMe();
  const { data: state } = useQuery(
    trpc.review.undoState.queryOptions(undefined, { enabled: can("annotator") }),
  );
  const takeBack = useTakeBack();
  const undo = state?.undo ?? null;
  const redo = state?.redo ?? null;
  const undoNow = (): void => {
    if (undo !== null && !takeBack.busy) takeBack.undo(undo.seq);
  };
  const redoNow = (): void => {
    if (redo !== null && !takeBack.busy) takeBack.redo(redo.seq);
  };
  useHotkeys("mod+z", undoNow, { preventDefault: true });
  useHotkeys("mod+shift+z, mod+y", redoNow, { preventDefault: true });
  return (
    <div className="mb-5 grid gap-x-8 gap-y-2 border-y border-rule py-3 sm:grid-cols-2">
      <p className="flex min-w-0 items-center gap-3">
        <Button
          icon={<Undo2 size={14} aria-hidden />}
          disabled={undo === null || takeBack.busy}
          onClick={undoNow}
        >
          Undo
        </Button>
        <span className="min-w-0 text-sm text-ink-soft">
          {undo === null ? "Nothing to undo." : <bdi>{undo.summary}</bdi>} <Kbd>Ctrl Z</Kbd>
        </span>
      </p>
      <p className="flex min-w-0 items-center gap-3">
        <Button
          icon={<Redo2 size={14} aria-hidden />}
          disabled={redo === null || takeBack.busy}
          onClick={redoNow}
        >
          Redo
        </Button>
        <span className="min-w-0 text-sm text-ink-soft">
          {redo === null ? "Nothing to redo." : <bdi>{redo.summary}</bdi>} <Kbd>Ctrl Shift Z</Kbd>
        </span>
      </p>
    </div>
  );
}
