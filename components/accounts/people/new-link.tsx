"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatDateTime } from "@/components/ui/format";
import { TextInput } from "@/components/ui/text-input";
import type { NewInvitation } from "../types";

const ONLY_HERE = /^https?:\/\/(localhost|127\.|\[::1\])/;

interface NewLinkProps {
  readonly invitation: NewInvitation;
  readonly onClose: () => void;
}

/** The link of a new invitation: shown now and never again. */
export function NewLink({ invitation, onClose }: NewLinkProps) {
  const link = `${invitation.origin ?? window.location.origin}/join/${invitation.token}`;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Send this link"
      description={`It is shown only now, and is good for one person until ${formatDateTime(invitation.expiresAt)}.`}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="mt-4 flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field label="Link of the invitation">
            <TextInput
              mono
              readOnly
              value={link}
              onFocus={(event) => {
                event.target.select();
              }}
            />
          </Field>
        </div>
        <CopyButton text={link} label="Copy the link" />
      </div>
      {ONLY_HERE.test(link) ? (
        <p className="mt-3 text-sm text-ink-soft">
          This address is reached from this machine only. For others, start the app with HOST=0.0.0.0, or
          behind a proxy with SPHERE_ORIGIN=https://…, and put that address in the place of this one; the rest
          of the link stays.
        </p>
      ) : null}
    </Dialog>
  );
}
