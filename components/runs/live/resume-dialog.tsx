"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatInteger } from "@/components/ui/format";
import { NumberInput } from "@/components/ui/number-input";
import { ErrorState } from "@/components/ui/states";
import type { RunView } from "@/server/runs/run-view";

interface ResumeDialogProps {
  readonly run: RunView;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onResume: (tokenBudget: number | null) => void;
  readonly pending: boolean;
  readonly error: { readonly message: string } | null;
}

/** Asks for a larger budget before a run whose tokens are spent goes on. */
export function ResumeDialog({ run, open, onOpenChange, onResume, pending, error }: ResumeDialogProps) {
  const [budget, setBudget] = useState<number | null>((run.launch.tokenBudget ?? 0) * 2);
  const [unlimited, setUnlimited] = useState(false);
  const enough = unlimited || (budget !== null && budget > run.generatedTokens);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Resume with a larger budget"
      description={`The run has generated ${formatInteger(run.generatedTokens)} tokens and its budget is spent.`}
      footer={
        <Button
          variant="primary"
          pending={pending}
          disabled={!enough}
          onClick={() => {
            onResume(unlimited ? null : budget);
          }}
        >
          Resume
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Field
          label="Token budget"
          help="Of the whole run, what it has generated already among them."
          disabled={unlimited}
          error={enough ? null : `Give more than ${formatInteger(run.generatedTokens)}, or no limit.`}
        >
          <NumberInput value={budget} onValueChange={setBudget} min={1} step={10_000} disabled={unlimited} />
        </Field>
        <Checkbox label="No limit" checked={unlimited} onCheckedChange={setUnlimited} />
        {error === null ? null : <ErrorState compact error={error} />}
      </div>
    </Dialog>
  );
}
