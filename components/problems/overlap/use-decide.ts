"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { formatCount } from "@/components/ui/format";
import { toast } from "@/components/ui/toaster";
import { DONE_WORDS } from "./overlap-words";

/** Writes a decision down, says so, and reads anew what hangs on it. */
export function useDecide({ onDone }: { readonly onDone: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.problems.overlap.decide.mutationOptions({
      onSuccess: async ({ decided }, { decision }) => {
        onDone();
        toast.success(`${formatCount(decided, "match", "matches")} ${DONE_WORDS[decision]}.`);
        await queryClient.invalidateQueries({ queryKey: trpc.problems.pathKey() });
        await queryClient.invalidateQueries({ queryKey: trpc.runs.estimate.queryKey() });
      },
    }),
  );
}
