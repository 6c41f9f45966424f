"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount } from "@/components/ui/format";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import type { SetSummary } from "./types";

export function RemoveSetButton({ set }: { readonly set: Pick<SetSummary, "id" | "name" | "problemCount"> }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.problems.sets.remove.mutationOptions({
      onSuccess: async ({ removed }) => {
        setAsking(false);
        toast.success(`Removed ${removed}.`);
        await queryClient.invalidateQueries({ queryKey: trpc.problems.pathKey() });
      },
    }),
  );
  const open = (next: boolean): void => {
    remove.reset();
    setAsking(next);
  };
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        aria-label={`Remove ${set.name}`}
        title="Remove"
        onClick={() => {
          open(true);
        }}
      >
        <Trash2 size={15} aria-hidden />
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={open}
        title={`Remove ${set.name}?`}
        description={
          <>
            <p>
              Its {formatCount(set.problemCount, "problem")} leave the app. The file it came from stays; you
              can import it again.
            </p>
            {remove.error === null ? null : <ErrorState error={remove.error} compact />}
          </>
        }
        confirm="Remove the set"
        danger
        pending={remove.isPending}
        onConfirm={() => {
          remove.mutate({ setId: set.id });
        }}
      />
    </>
  );
}
