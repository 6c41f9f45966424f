"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatDateTime } from "@/components/ui/format";
import { TextInput } from "@/components/ui/text-input";

const ONLY_HERE = /^https?:\/\/(localhost|127\.|\[::1\])/;

interface OneTimeLinkProps {
  /** What the link is: "Link of the invitation". */
  readonly label: string;
  /** Its path: `/join/…`. */
  readonly path: string;
  /** Null: by which this page was reached. */
  readonly origin: string | null;
  readonly expiresAt: number;
  readonly onClose: () => void;
}

/** A new link to be sent to somebody: shown now and never again. */
export function OneTimeLink({ label, path, origin, expiresAt, onClose }: OneTimeLinkProps) {
  const link = `${origin ?? window.location.origin}${path}`;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Send this link"
      description={`It is shown only now, and is good for one person, once, until ${formatDateTime(expiresAt)}.`}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="mt-4 flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field label={label}>
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
