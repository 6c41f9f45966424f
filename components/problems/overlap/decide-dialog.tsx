"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { fieldError, otherError } from "@/components/ui/form-errors";
import { formatCount } from "@/components/ui/format";
import { ErrorState } from "@/components/ui/states";
import { TextArea } from "@/components/ui/text-input";
import type { ContaminationDecision } from "@/server/problems/contamination.schema";
import { useDecide } from "./use-decide";

/** A decision that a person is about to make. */
export interface Asked {
  readonly decision: ContaminationDecision;
  /** Null: all matches of the set that are open. */
  readonly matchIds: readonly string[] | null;
  readonly count: number;
}

interface DecideDialogProps {
  readonly setId: string;
  /** Null: closed. */
  readonly asked: Asked | null;
  readonly onClose: () => void;
}

const MOST_LETTERS = 2_000;

/** Asks for the reason of a decision; a waiver needs one. */
export function DecideDialog({ setId, asked, onClose }: DecideDialogProps) {
  return asked === null ? null : <OpenDialog setId={setId} asked={asked} onClose={onClose} />;
}

function OpenDialog({ setId, asked, onClose }: DecideDialogProps & { readonly asked: Asked }) {
  const [reason, setReason] = useState("");
  const decide = useDecide({ onDone: onClose });
  const words = wordsOf(asked);
  const waiving = asked.decision === "waive";
  const send = (): void => {
    const { decision, matchIds } = asked;
    decide.mutate({ setId, decision, matchIds: matchIds === null ? null : [...matchIds], reason });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={words.title}
      description={words.meaning}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form="decide-matches" variant="primary" pending={decide.isPending}>
            {words.verb}
          </Button>
        </>
      }
    >
      <form
        id="decide-matches"
        className="mt-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field
          label={waiving ? "Why it may train" : "Reason"}
          optional={!waiving}
          help="Kept with your name, for everybody to read."
          error={fieldError(decide.error, "reason")}
        >
          <TextArea
            rows={3}
            maxLength={MOST_LETTERS}
            required={waiving}
            minLength={waiving ? 5 : undefined}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </Field>
      </form>
      {otherError(decide.error, ["reason"]) === null || decide.error === null ? null : (
        <ErrorState error={decide.error} compact />
      )}
    </Dialog>
  );
}

interface DecisionWords {
  readonly title: string;
  readonly verb: string;
  readonly meaning: string;
}

function wordsOf({ decision, count, matchIds }: Asked): DecisionWords {
  const what = matchIds === null ? `all ${formatCount(count, "open match", "open matches")}` : "this match";
  const words: Readonly<Record<ContaminationDecision, DecisionWords>> = {
    waive: {
      title: `Waive ${what}?`,
      verb: "Waive",
      meaning: "Runs may then take the problems, and training files may have pairs of them.",
    },
    "leave-out": {
      title: `Leave out the problems of ${what}?`,
      verb: "Leave out",
      meaning:
        "No run takes them any more, and no training file has pairs of them, also of runs that are over. It can be taken back.",
    },
    reopen: {
      title: `Reopen ${what}?`,
      verb: "Reopen",
      meaning: "No run starts on the set until somebody decides again.",
    },
  };
  return words[decision];
}
