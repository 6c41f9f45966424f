"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { toast } from "@/components/ui/toaster";
import { newActId } from "../new-act-id";

/** Undo and redo, of one act or of the newest that can be. */
export function useTakeBack() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = {
    onSuccess: async ({ summary }: { readonly summary: string }) => {
      toast.success(`${summary}.`);
      await queryClient.invalidateQueries(trpc.review.pathFilter());
    },
    onError: ({ message }: { readonly message: string }) => {
      toast.error(message);
    },
  };
  const undo = useMutation(trpc.review.undo.mutationOptions(options));
  const redo = useMutation(trpc.review.redo.mutationOptions(options));
  return {
    /** The act that is on its way. */
    pending: undo.isPending ? undo.variables.target : redo.isPending ? redo.variables.target : undefined,
    busy: undo.isPending || redo.isPending,
    undo: (target: number | null): void => {
      undo.mutate({ actId: newActId(), target });
    },
    redo: (target: number | null): void => {
      redo.mutate({ actId: newActId(), target });
    },
  };
}
