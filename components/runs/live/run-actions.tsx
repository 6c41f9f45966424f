"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pause, Play, X } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button, LinkButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount } from "@/components/ui/format";
import { toast } from "@/components/ui/toaster";
import type { RunView } from "@/server/runs/run-view";
import { pairsPath } from "../pairs/paths";
import { isBudgetSpent, runActions } from "../run-status";
import { ExportLinks } from "../export-links";
import { ResumeDialog } from "./resume-dialog";

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
  const [asking, setAsking] = useState<"cancel" | "resume" | null>(null);
  const done = {
    onSuccess: async () => {
      setAsking(null);
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
  const may = runActions(run.status);
  const { id: runId } = run;
  return (
    <>
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
      {may.pause ? (
        <Button
          icon={<Pause size={ICON} aria-hidden />}
          pending={pause.isPending}
          onClick={() => {
            pause.mutate({ runId });
          }}
        >
          Pause
        </Button>
      ) : null}
      {may.resume ? (
        <Button
          variant="primary"
          icon={<Play size={ICON} aria-hidden />}
          pending={resume.isPending}
          onClick={() => {
            if (isBudgetSpent(run)) setAsking("resume");
            else resume.mutate({ runId }, { onError: done.onError });
          }}
        >
          Resume
        </Button>
      ) : null}
      {run.pairCount === 0 ? null : (
        <>
          <ExportLinks runId={runId} />
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
        description="It ends for good after the calls in flight. What it made so far stays: pairs, chains and calls."
        confirm="Cancel the run"
        danger
        pending={cancel.isPending}
        onConfirm={() => {
          cancel.mutate({ runId });
        }}
      />
      <ResumeDialog
        run={run}
        open={asking === "resume"}
        onOpenChange={(open) => {
          setAsking(open ? "resume" : null);
        }}
        error={resume.error}
        pending={resume.isPending}
        onResume={(tokenBudget) => {
          resume.mutate({ runId, tokenBudget });
        }}
      />
    </>
  );
}
