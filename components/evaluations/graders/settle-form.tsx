"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { OnlyFor } from "@/components/accounts/only-for";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { fieldError, otherError } from "@/components/ui/form-errors";
import { formatCount } from "@/components/ui/format";
import { Kbd } from "@/components/ui/kbd";
import { ErrorState } from "@/components/ui/states";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toaster";
import type { DisagreementDetail } from "./types";

interface SettleFormProps {
  readonly detail: DisagreementDetail;
  readonly calling: boolean | null;
  readonly onCall: (correct: boolean | null) => void;
  readonly onSettled: () => void;
}

/** Right or wrong, then the reason; Enter settles it. What stands can be taken back. */
export function SettleForm(props: SettleFormProps) {
  return (
    <section aria-label="Settle it">
      <OnlyFor least="annotator" explained>
        <Form {...props} />
      </OnlyFor>
    </section>
  );
}

function Form({ detail, calling, onCall, onSettled }: SettleFormProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const { problemId, answer, ruling } = detail;
  const settle = useMutation(
    trpc.evaluations.settle.mutationOptions({
      onSuccess: async (_settled, { correct }) => {
        toast.success(correct === null ? "The ruling is taken back." : `Settled: ${wordOf(correct)}.`);
        setReason("");
        if (correct === null) onCall(null);
        else onSettled();
        await client.invalidateQueries({ queryKey: trpc.evaluations.pathKey() });
      },
    }),
  );
  return (
    <>
      <p className="mb-2 text-sm text-ink-soft">{reachOf(detail)}</p>
      <div className="flex flex-wrap items-center gap-2">
        {[true, false].map((correct) => (
          <Button
            key={wordOf(correct)}
            aria-pressed={calling === correct}
            aria-keyshortcuts={correct ? "R" : "W"}
            onClick={() => {
              onCall(calling === correct ? null : correct);
            }}
          >
            {correct ? "Right" : "Wrong"} <Kbd>{correct ? "R" : "W"}</Kbd>
          </Button>
        ))}
        {ruling === null ? null : (
          <Button
            variant="quiet"
            pending={settle.isPending && settle.variables.correct === null}
            onClick={() => {
              settle.mutate({ problemId, answer, correct: null, reason: "" });
            }}
          >
            Take the ruling back
          </Button>
        )}
      </div>
      {calling === null ? null : (
        <form
          noValidate
          className="mt-3 flex max-w-2xl flex-col items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            settle.mutate({ problemId, answer, correct: calling, reason });
          }}
        >
          <div className="w-full">
            <Field
              label={`Why it is ${wordOf(calling)}`}
              help="Kept with your name, for whoever asks later."
              error={fieldError(settle.error, "reason")}
            >
              <TextInput
                ref={focusOnce}
                value={reason}
                maxLength={2_000}
                onChange={(event) => {
                  setReason(event.target.value);
                }}
                onKeyDown={(event) => {
                  if (event.key === "Escape") onCall(null);
                }}
              />
            </Field>
          </div>
          <Button
            type="submit"
            variant="primary"
            disabled={reason.trim() === ""}
            pending={settle.isPending && settle.variables.correct !== null}
          >
            Settle: {wordOf(calling)}
          </Button>
        </form>
      )}
      {settle.error === null || otherError(settle.error, ["reason"]) === null ? null : (
        <ErrorState title="It was not settled" error={settle.error} compact />
      )}
    </>
  );
}

/** The field is made when a person has chosen, and takes the next key. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}

function wordOf(correct: boolean): string {
  return correct ? "right" : "wrong";
}

function reachOf({ extracted, appliesTo: { samples, models } }: DisagreementDetail): string {
  if (extracted === null) return "No answer was found in it, so a ruling is about this one response.";
  return `A ruling holds for this answer to this problem, whoever gives it: ${formatCount(samples, "answer")} of ${formatCount(models, "model")} so far.`;
}
