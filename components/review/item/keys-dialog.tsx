"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { ErrorState } from "@/components/ui/states";
import { ACTIONS, FIXED_KEYS, type Action, type ActionId } from "./keys/actions";
import { clashOf, keyFor, type KeyChoices } from "./keys/bindings";
import { keyCap, keyOf } from "./keys/key-of";

interface KeysDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly choices: KeyChoices;
  readonly onChange: (choices: KeyChoices) => void;
  readonly error: { readonly message: string } | null;
  /** Actions of the mode that is not in view are left out. */
  readonly blind: boolean;
}

const GROUPS = ["Decide", "Say why", "Look", "Go back"] as const satisfies readonly Action["group"][];

/** All keys of an item's page; each can be set to another. */
export function KeysDialog({ open, onOpenChange, choices, onChange, error, blind }: KeysDialogProps) {
  const [capturing, setCapturing] = useState<ActionId | null>(null);
  const [clash, setClash] = useState<{ readonly id: ActionId; readonly why: string } | null>(null);
  const shown = ACTIONS.filter(({ where }) => where === "always" || (where === "blind") === blind);
  const capture = (id: ActionId, key: string): void => {
    const why = clashOf(choices, id, key);
    setClash(why === null ? null : { id, why });
    setCapturing(null);
    if (why === null) onChange({ ...choices, [id]: key });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setCapturing(null);
        setClash(null);
        onOpenChange(next);
      }}
      title="Keys"
      description="They are off while you type. Choose a key to set another."
      width="lg"
      footer={
        <Button
          disabled={Object.keys(choices).length === 0}
          onClick={() => {
            setClash(null);
            onChange({});
          }}
        >
          Back to the first keys
        </Button>
      }
    >
      {error === null ? null : <ErrorState title="Your keys could not be stored" error={error} compact />}
      <div className="mt-3 gap-x-8 sm:columns-2">
        {GROUPS.map((group) => (
          <section key={group} aria-label={group} className="mb-4 break-inside-avoid">
            <h3 className="text-sm font-medium text-ink-soft">{group}</h3>
            <ul className="border-t border-rule">
              {shown
                .filter((action) => action.group === group)
                .map(({ id, label }) => (
                  <li key={id} className="border-b border-rule py-1">
                    <div className="flex items-center gap-3">
                      <span className="min-w-0 flex-1">{label}</span>
                      <KeyButton
                        label={label}
                        cap={keyCap(keyFor(choices, id))}
                        capturing={capturing === id}
                        onCapturing={(on) => {
                          setCapturing(on ? id : null);
                          setClash(null);
                        }}
                        onKey={(key) => {
                          capture(id, key);
                        }}
                      />
                    </div>
                    {clash?.id === id ? (
                      <p role="alert" className="text-sm text-danger">
                        {clash.why} Choose another key, or change that one first.
                      </p>
                    ) : null}
                  </li>
                ))}
              {group === "Say why"
                ? FIXED_KEYS.map(({ keys, label }) => (
                    <li key={label} className="flex items-center gap-3 border-b border-rule py-1">
                      <span className="min-w-0 flex-1">{label}</span>
                      <span className="flex shrink-0 gap-0.5 pr-2">
                        {keys.map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </span>
                    </li>
                  ))
                : null}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

interface KeyButtonProps {
  readonly label: string;
  readonly cap: string;
  readonly capturing: boolean;
  readonly onCapturing: (on: boolean) => void;
  readonly onKey: (key: string) => void;
}

/** A key's cap; pressed, it waits for the key that is to do the same from now on. */
function KeyButton({ label, cap, capturing, onCapturing, onKey }: KeyButtonProps) {
  return (
    <button
      type="button"
      aria-label={capturing ? `${label}: press a key, or Escape` : `${label}: key ${cap}. Set another`}
      onClick={() => {
        onCapturing(!capturing);
      }}
      onBlur={() => {
        if (capturing) onCapturing(false);
      }}
      onKeyDown={(event) => {
        if (!capturing) return;
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          onCapturing(false);
          return;
        }
        const key = keyOf(event.nativeEvent);
        if (key === null) return;
        event.preventDefault();
        onKey(key);
      }}
      className="min-h-7 min-w-10 rounded-sm border border-transparent px-1.5 text-center hover:border-accent"
    >
      {capturing ? <span className="text-sm text-accent">press a key</span> : <Kbd>{cap}</Kbd>}
    </button>
  );
}
