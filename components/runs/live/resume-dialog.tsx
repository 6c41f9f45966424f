"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatDuration, formatInteger } from "@/components/ui/format";
import { ErrorState } from "@/components/ui/states";
import type { RunView } from "@/server/runs/run-view";
import { spentBudgets } from "../run-status";
import { LimitFields, type Limits } from "./limit-fields";

export type NewBudgets = Partial<Pick<Limits, "tokenBudget" | "timeBudgetMinutes">>;

interface ResumeDialogProps {
  readonly run: RunView;
  readonly onClose: () => void;
  readonly onResume: (budgets: NewBudgets) => void;
  readonly pending: boolean;
  readonly error: { readonly message: string } | null;
}

/** Asks for a larger budget before a run whose tokens or time are spent goes on. */
export function ResumeDialog({ run, onClose, onResume, pending, error }: ResumeDialogProps) {
  const { launch, generatedTokens, activeMs } = run;
  const spent = spentBudgets(run);
  const [limits, setLimits] = useState<Limits>({
    tokenBudget: doubled(launch.tokenBudget),
    timeBudgetMinutes: doubled(launch.timeBudgetMinutes),
    maxInFlight: null,
    priority: null,
  });
  const paths = (["tokenBudget", "timeBudgetMinutes"] as const).filter((path) =>
    path === "tokenBudget" ? spent.tokens : spent.time,
  );
  const tooFew = limits.tokenBudget !== null && limits.tokenBudget <= generatedTokens;
  const tooShort = limits.timeBudgetMinutes !== null && limits.timeBudgetMinutes * 60_000 <= activeMs;
  const errors = {
    ...(tooFew ? { tokenBudget: `Give more than ${formatInteger(generatedTokens)}, or no limit.` } : {}),
    ...(tooShort ? { timeBudgetMinutes: `Give more than ${formatDuration(activeMs)}, or no limit.` } : {}),
  };
  const enough = paths.every((path) => !(path in errors));
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Resume with a larger budget"
      description={`The run has generated ${formatInteger(generatedTokens)} tokens in ${formatDuration(activeMs)} of work, and its budget is spent.`}
      footer={
        <Button
          variant="primary"
          pending={pending}
          disabled={!enough}
          onClick={() => {
            onResume(Object.fromEntries(paths.map((path) => [path, limits[path]])));
          }}
        >
          Resume
        </Button>
      }
    >
      <div className="mt-4 flex flex-col gap-4">
        <LimitFields
          paths={paths}
          values={limits}
          onChange={(next) => {
            setLimits((current) => ({ ...current, ...next }));
          }}
          errors={errors}
          help={{
            tokenBudget: "Of the whole run, what it has generated already among them. Empty: no limit.",
            timeBudgetMinutes: "Of the whole run, what it has worked already among them. Empty: no limit.",
          }}
        />
        {error === null ? null : <ErrorState compact error={error} />}
      </div>
    </Dialog>
  );
}

function doubled(budget: number | null): number | null {
  return budget === null ? null : budget * 2;
}
