"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/components/trpc/client";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount } from "@/components/ui/format";
import { toast } from "@/components/ui/toaster";
import type { RunView } from "@/server/runs/run-view";

interface RemoveDialogProps {
  readonly run: Pick<RunView, "id" | "name">;
  readonly onClose: () => void;
}

/** Says what goes with the run before it is removed for good. */
export function RemoveDialog({ run, onClose }: RemoveDialogProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.runs.removalPreview.queryOptions({ runId: run.id }, { staleTime: 0 }));
  const remove = useMutation(
    trpc.runs.remove.mutationOptions({
      onSuccess: async () => {
        toast.success(`${run.name} is removed.`);
        router.push("/runs");
        await queryClient.invalidateQueries(trpc.runs.list.queryFilter());
      },
      onError: (error) => {
        toast.error(error.message);
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Remove this run?"
      description={
        data === undefined
          ? "Counting what would go with it …"
          : `Its ${formatCount(data.pairs, "pair")}, ${formatCount(data.chains, "chain")} and ${formatCount(data.calls, "model call")} go with it, for good. Files that you downloaded stay.`
      }
      confirm="Remove the run"
      danger
      pending={remove.isPending || data === undefined}
      onConfirm={() => {
        remove.mutate({ runId: run.id });
      }}
    />
  );
}
