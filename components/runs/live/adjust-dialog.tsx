"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatDuration, formatInteger } from "@/components/ui/format";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import type { RunView } from "@/server/runs/run-view";
import { serverFieldError } from "../launch/server-error";
import { changedLimits } from "./changed-limits";
import { LIMIT_PATHS, LimitFields, type Limits } from "./limit-fields";

interface AdjustDialogProps {
  readonly run: RunView;
  readonly onClose: () => void;
}

/** Changes budgets, samples at once and priority, also while the run works; it goes on under the new ones. */
export function AdjustDialog({ run, onClose }: AdjustDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { tokenBudget, timeBudgetMinutes, maxInFlight, priority } = run.launch;
  const [before] = useState<Limits>({ tokenBudget, timeBudgetMinutes, maxInFlight, priority });
  const [limits, setLimits] = useState(before);
  const adjust = useMutation(
    trpc.runs.adjust.mutationOptions({
      onSuccess: async () => {
        onClose();
        toast.success("Changed. The run goes on under the new limits.");
        await queryClient.invalidateQueries(trpc.runs.get.queryFilter({ runId: run.id }));
        await queryClient.invalidateQueries(trpc.runs.list.queryFilter());
      },
    }),
  );
  const change = changedLimits(before, limits);
  const wrong = adjust.error === null ? null : serverFieldError(adjust.error);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Change limits and turn"
      description="Takes effect within seconds; what is in flight goes on."
      footer={
        <Button
          variant="primary"
          pending={adjust.isPending}
          disabled={Object.keys(change).length === 0}
          onClick={() => {
            adjust.mutate({ runId: run.id, ...change });
          }}
        >
          Change
        </Button>
      }
    >
      <div className="mt-4 flex flex-col gap-4">
        <LimitFields
          paths={LIMIT_PATHS}
          values={limits}
          onChange={(next) => {
            setLimits((current) => ({ ...current, ...next }));
          }}
          errors={wrong === null ? {} : { [wrong.path]: wrong.message }}
          help={{
            tokenBudget: `${formatInteger(run.generatedTokens)} tokens are generated already; they count. Empty: no limit.`,
            timeBudgetMinutes: `It has worked for ${formatDuration(run.activeMs)} already; that counts. Empty: no limit.`,
          }}
        />
        {adjust.error === null || wrong !== null ? null : <ErrorState compact error={adjust.error} />}
      </div>
    </Dialog>
  );
}
