"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pause, Play, SlidersHorizontal, Trash2, X } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button, LinkButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount } from "@/components/ui/format";
import { toast } from "@/components/ui/toaster";
import type { RunView } from "@/server/runs/run-view";
import { ExportLinks } from "../export-links";
import { pairsPath } from "../pairs/paths";
import { spentBudgets } from "../run-status";
import { useRunActions } from "../use-run-actions";
import { AdjustDialog } from "./adjust-dialog";
import { cancelWords } from "./cancel-words";
import { RemoveDialog } from "./remove-dialog";
import { ResumeDialog } from "./resume-dialog";
import { RetryButton } from "./retry-button";

const ICON = 14;

interface RunActionsProps {
  readonly run: RunView;
  /** Updates arrive by themselves. */
  readonly live: boolean;
}

/** What a person can do with the run as it stands. */
export function RunActions({ run, live }: RunActionsProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<"cancel" | "resume" | "adjust" | "remove" | null>(null);
  const close = (): void => {
    setAsking(null);
  };
  const done = {
    onSuccess: async () => {
      close();
      // The answer may be older than what the live connection has brought meanwhile.
      if (!live) await queryClient.invalidateQueries(trpc.runs.get.queryFilter({ runId: run.id }));
    },
    onError: (error: { readonly message: string }) => {
      toast.error(error.message);
    },
  };
  const pause = useMutation(trpc.runs.pause.mutationOptions(done));
  const cancel = useMutation(trpc.runs.cancel.mutationOptions(done));
  const resume = useMutation(trpc.runs.resume.mutationOptions({ onSuccess: done.onSuccess }));
  const may = useRunActions(run.status);
  const spent = spentBudgets(run);
  const { id: runId } = run;
  return (
    <>
      {may.remove ? (
        <Button
          variant="quiet"
          icon={<Trash2 size={ICON} aria-hidden />}
          onClick={() => {
            setAsking("remove");
          }}
        >
          Remove
        </Button>
      ) : null}
      {may.cancel ? (
        <Button
          variant="quiet"
          icon={<X size={ICON} aria-hidden />}
          onClick={() => {
            setAsking("cancel");
          }}
        >
          Cancel
        </Button>
      ) : null}
      {may.adjust ? (
        <Button
          icon={<SlidersHorizontal size={ICON} aria-hidden />}
          onClick={() => {
            setAsking("adjust");
          }}
        >
          Change limits
        </Button>
      ) : null}
      {may.pause ? (
        <Button
          icon={<Pause size={ICON} aria-hidden />}
          title="What is in flight gets a few seconds to end; nothing on record is lost"
          pending={pause.isPending}
          onClick={() => {
            pause.mutate({ runId });
          }}
        >
          Pause
        </Button>
      ) : null}
      <RetryButton run={run} />
      {may.resume ? (
        <Button
          variant="primary"
          icon={<Play size={ICON} aria-hidden />}
          pending={resume.isPending}
          onClick={() => {
            if (spent.tokens || spent.time) setAsking("resume");
            else resume.mutate({ runId }, { onError: done.onError });
          }}
        >
          Resume
        </Button>
      ) : null}
      {run.pairCount === 0 ? null : (
        <>
          <ExportLinks runId={runId} kind={run.kind} />
          <LinkButton variant={may.resume ? "secondary" : "primary"} href={pairsPath(runId)}>
            Read {formatCount(run.pairCount, "pair")}
          </LinkButton>
        </>
      )}
      <ConfirmDialog
        open={asking === "cancel"}
        onOpenChange={(open) => {
          setAsking(open ? "cancel" : null);
        }}
        title="Cancel this run?"
        description={cancelWords(run)}
        confirm="Cancel the run"
        danger
        pending={cancel.isPending}
        onConfirm={() => {
          cancel.mutate({ runId });
        }}
      />
      {asking === "adjust" ? <AdjustDialog run={run} onClose={close} /> : null}
      {asking === "remove" ? <RemoveDialog run={run} onClose={close} /> : null}
      {asking === "resume" ? (
        <ResumeDialog
          run={run}
          onClose={close}
          error={resume.error}
          pending={resume.isPending}
          onResume={(budgets) => {
            resume.mutate({ runId, ...budgets });
          }}
        />
      ) : null}
    </>
  );
}
