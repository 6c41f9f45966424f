"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "@/components/trpc/client";
import type { Entry } from "./outbox/entry";
import { useOutbox, type ActAnswer } from "./outbox/outbox-provider";

interface ActAnswers {
  /** An act was undone or done again: what, and where. */
  readonly onTurned: (words: string, number: number | null) => void;
  /** There was nothing to undo, or something is in the way. */
  readonly onNotTurned: (words: string) => void;
  readonly onVersion: (
    number: number,
    version: { readonly id: string; readonly side: "left" | "right" },
  ) => void;
}

/** Keeps what the page knows right as the server answers act by act. */
export function useActAnswers({ onTurned, onNotTurned, onVersion }: ActAnswers): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { outbox, listen } = useOutbox();

  /** Reads again what is in view; what is not in view is read again when it is. */
  const refresh = (number: number | null, { kind }: Entry): void => {
    const { review } = trpc;
    const quietly = { refetchType: "none" } as const;
    const jobs = [
      queryClient.invalidateQueries({ queryKey: review.undoState.queryKey() }),
      queryClient.invalidateQueries({ queryKey: review.campaigns.pathKey(), ...quietly }),
      queryClient.invalidateQueries({ queryKey: review.items.pathKey(), ...quietly }),
      queryClient.invalidateQueries({ queryKey: review.history.queryKey(), ...quietly }),
      queryClient.invalidateQueries({
        queryKey: review.item.queryKey(),
        predicate: ({ queryKey }) => number === null || kind === "flag" || isAbout(queryKey, number),
      }),
    ];
    Promise.all(jobs).catch(() => undefined);
  };

  const hear = useEffectEvent((entry: Entry, answer: ActAnswer) => {
    const turning = entry.kind === "undo" || entry.kind === "redo";
    if (answer.kind === "refused") {
      if (!turning) return;
      outbox?.discard(entry.input.actId);
      onNotTurned([answer.refusal.message, answer.refusal.fix].filter((part) => part !== null).join(" "));
      return;
    }
    const { receipt } = answer;
    const number = receipt.number ?? entry.number;
    refresh(number, entry);
    if (turning) onTurned(receipt.summary, number);
    if (receipt.version !== null && number !== null) onVersion(number, receipt.version);
  });

  useEffect(
    () =>
      listen((entry, answer) => {
        hear(entry, answer);
      }),
    [listen],
  );
}

/** Whether a query of tRPC was asked about the item. */
function isAbout([, options]: readonly unknown[], number: number): boolean {
  if (typeof options !== "object" || options === null || !("input" in options)) return false;
  const { input } = options;
  return typeof input === "object" && input !== null && "number" in input && input.number === number;
}
