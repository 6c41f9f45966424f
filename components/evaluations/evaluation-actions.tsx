"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pause, Play, Trash2, X } from "lucide-react";
import { useState } from "react";
import { useRunActions } from "@/components/runs/use-run-actions";
import { useTRPC } from "@/components/trpc/client";
import { Button, type ButtonSize } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount } from "@/components/ui/format";
import { toast } from "@/components/ui/toaster";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";

const ICON = 14;

interface EvaluationActionsProps {
  readonly evaluation: EvaluationView;
  /** In a list: smaller, and named for whoever hears them one after the other. */
  readonly size?: ButtonSize;
  /** It was removed. */
  readonly onRemoved?: () => void;
}

/** What a person can do with an evaluation as it stands; nothing for readers. */
export function EvaluationActions({ evaluation, size = "md", onRemoved }: EvaluationActionsProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<"cancel" | "remove" | null>(null);
  const may = useRunActions(evaluation.status);
  const { id: evaluationId } = evaluation;
  const name = `${evaluation.model.name} on ${evaluation.benchmark.name}`;
  const named = (verb: string) => (size === "sm" ? { "aria-label": `${verb} ${name}` } : {});
  const refresh = async () => {
    await queryClient.invalidateQueries(trpc.evaluations.get.queryFilter({ evaluationId }));
    await queryClient.invalidateQueries(trpc.evaluations.list.queryFilter());
  };
  const done = {
    onSuccess: async () => {
      setAsking(null);
      await refresh();
    },
    onError: (error: { readonly message: string }) => {
      toast.error(error.message);
    },
  };
  const pause = useMutation(trpc.evaluations.pause.mutationOptions(done));
  const resume = useMutation(trpc.evaluations.resume.mutationOptions(done));
  const cancel = useMutation(trpc.evaluations.cancel.mutationOptions(done));
  const remove = useMutation(
    trpc.evaluations.remove.mutationOptions({
      onSuccess: async () => {
        setAsking(null);
        toast.success(`The evaluation of ${name} is removed.`);
        onRemoved?.();
        await queryClient.invalidateQueries(trpc.evaluations.list.queryFilter());
      },
      onError: done.onError,
    }),
  );
  return (
    <>
      {may.pause ? (
        <Button
          size={size}
          icon={<Pause size={ICON} aria-hidden />}
          title="Nothing on record is lost"
          pending={pause.isPending}
          onClick={() => {
            pause.mutate({ evaluationId });
          }}
          {...named("Pause")}
        >
          Pause
        </Button>
      ) : null}
      {may.resume ? (
        <Button
          size={size}
          icon={<Play size={ICON} aria-hidden />}
          pending={resume.isPending}
          onClick={() => {
            resume.mutate({ evaluationId });
          }}
          {...named("Resume")}
        >
          Resume
        </Button>
      ) : null}
      {may.cancel ? (
        <Button
          size={size}
          variant="quiet"
          icon={<X size={ICON} aria-hidden />}
          onClick={() => {
            setAsking("cancel");
          }}
          {...named("Cancel")}
        >
          Cancel
        </Button>
      ) : null}
      {may.remove ? (
        <Button
          size={size}
          variant="quiet"
          icon={<Trash2 size={ICON} aria-hidden />}
          onClick={() => {
            setAsking("remove");
          }}
          {...named("Remove")}
        >
          Remove
        </Button>
      ) : null}
      <ConfirmDialog
        open={asking === "cancel"}
        onOpenChange={(open) => {
          setAsking(open ? "cancel" : null);
        }}
        title="Cancel this evaluation?"
        description={`It ends for good, after ${formatCount(evaluation.itemsDone + evaluation.itemsFailed, "item")} of ${String(evaluation.subset.items)}. The answers stay; a number over part of the items is never ranked.`}
        confirm="Cancel the evaluation"
        danger
        pending={cancel.isPending}
        onConfirm={() => {
          cancel.mutate({ evaluationId });
        }}
      />
      <ConfirmDialog
        open={asking === "remove"}
        onOpenChange={(open) => {
          setAsking(open ? "remove" : null);
        }}
        title="Remove this evaluation?"
        description={`Its numbers, its ${formatCount(evaluation.callCount, "model call")} and every answer go with it, for good. Files that you downloaded stay, and so do rulings on answers.`}
        confirm="Remove the evaluation"
        danger
        pending={remove.isPending}
        onConfirm={() => {
          remove.mutate({ evaluationId });
        }}
      />
    </>
  );
}
