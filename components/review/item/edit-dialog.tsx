"use client";

import { useRef, useState } from "react";
import { MathText } from "@/components/math";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TextArea } from "@/components/ui/text-input";
import { editSchema, type Side } from "@/server/review/review.schema";

interface EditDialogProps {
  readonly side: Side;
  /** The text that is shown now: the original, or a version. */
  readonly text: string;
  /** Steps before it, which both sides share and which stay. */
  readonly sharedSteps: number;
  readonly onClose: () => void;
  readonly onSave: (text: string) => void;
}

/** One chain rewritten: its raw text, and beside it how it is drawn. The original stays. */
export function EditDialog({ side, text, sharedSteps, onClose, onSave }: EditDialogProps) {
  const [draft, setDraft] = useState(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const parsed = editSchema.shape.text.safeParse(draft);
  const problem = parsed.success ? null : (parsed.error.issues[0]?.message ?? "This cannot be saved.");
  const same = parsed.success && parsed.data === text.trim();
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`Edit the ${side} chain`}
      description={
        sharedSteps === 0
          ? "Saved as a new version beside the original, and graded at once."
          : `Saved as a new version beside the original, and graded at once. The ${sharedSteps === 1 ? "first step, which" : `first ${sharedSteps} steps, which`} both sides share, stay as they are.`
      }
      width="lg"
      initialFocus={area}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Leave it as it is
          </Button>
          <Button
            variant="primary"
            disabled={!parsed.success || same}
            onClick={() => {
              onSave(draft);
            }}
          >
            Save as a new version
          </Button>
        </>
      }
    >
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        <Field label="Text, one step a paragraph" error={draft === text ? null : problem}>
          <TextArea
            ref={area}
            mono
            rows={16}
            value={draft}
            onChange={(event) => {
              setDraft(event.target.value);
            }}
          />
        </Field>
        <div className="flex min-w-0 flex-col gap-1">
          <p className="font-medium">As it is drawn</p>
          <ScrollRegion
            label="Preview"
            className="max-h-96 overflow-y-auto border border-rule px-3 py-2 md:max-h-none md:flex-1"
          >
            <MathText text={draft} limit={6_000} />
          </ScrollRegion>
        </div>
      </div>
    </Dialog>
  );
}
