"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Code } from "@/components/ui/raw-text";
import { Switch } from "@/components/ui/switch";
import { TextInput } from "@/components/ui/text-input";
import type { ReasonDraft } from "./reason-draft";

interface ReasonRowProps {
  readonly draft: ReasonDraft;
  readonly first: boolean;
  readonly last: boolean;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<ReasonDraft>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One reason: its words, whether it is offered, its place. One that decisions name can be switched off, not removed. */
export function ReasonRow({ draft, first, last, disabled, onChange, onMove, onRemove }: ReasonRowProps) {
  const { code, label, help, active, used } = draft;
  const name = label === "" ? "the new reason" : label;
  return (
    <li className="grid items-end gap-x-4 gap-y-2 border-b border-rule py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_7rem_auto]">
      <Field label="Name" disabled={disabled}>
        <TextInput
          value={label}
          maxLength={60}
          disabled={disabled}
          onChange={(event) => {
            onChange({ label: event.target.value });
          }}
        />
      </Field>
      <Field label="Help" optional disabled={disabled}>
        <TextInput
          value={help}
          maxLength={200}
          disabled={disabled}
          onChange={(event) => {
            onChange({ help: event.target.value });
          }}
        />
      </Field>
      <div className="flex min-h-8 items-center">
        <Switch
          checked={active}
          disabled={disabled}
          label={
            <>
              offered<span className="sr-only">: {name}</span>
            </>
          }
          onCheckedChange={(next) => {
            onChange({ active: next });
          }}
        />
      </div>
      <div className="flex min-h-8 flex-wrap items-center gap-1">
        {disabled ? null : (
          <>
            <Button
              size="sm"
              aria-label={`Move ${name} up`}
              disabled={first}
              onClick={() => {
                onMove(-1);
              }}
            >
              <ArrowUp size={14} aria-hidden />
            </Button>
            <Button
              size="sm"
              aria-label={`Move ${name} down`}
              disabled={last}
              onClick={() => {
                onMove(1);
              }}
            >
              <ArrowDown size={14} aria-hidden />
            </Button>
            <Button
              size="sm"
              aria-label={`Remove ${name}`}
              disabled={used}
              title={used ? "Decisions name it: switch it off instead" : "Remove"}
              onClick={onRemove}
            >
              <Trash2 size={14} aria-hidden />
            </Button>
          </>
        )}
      </div>
      <p className="text-sm text-ink-faint md:col-span-full">
        {code === "" ? "Its code follows from its name." : <Code>{code}</Code>}
        {used ? " Named by decisions." : ""}
      </p>
    </li>
  );
}
