"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { toast } from "@/components/ui/toaster";
import type { ActResult } from "@/server/review/item-view.schema";
import { newActId } from "../new-act-id";

const SHOWN_MS = 12_000;

/** Says what was done, with a button that takes it back; the history can do that later too. */
export function useUndoToast(): (act: Pick<ActResult, "seq" | "summary">) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const undo = useMutation(
    trpc.review.undo.mutationOptions({
      onSuccess: async ({ summary }) => {
        toast.success(`${summary}.`);
        await queryClient.invalidateQueries(trpc.review.pathFilter());
      },
      onError: (error) => {
        toast.error(error.message);
      },
    }),
  );
  return ({ seq, summary }) => {
    toast.success(`${summary}.`, {
      duration: SHOWN_MS,
      action: {
        label: "Undo",
        onClick: () => {
          undo.mutate({ actId: newActId(), target: seq });
        },
      },
    });
  };
}
