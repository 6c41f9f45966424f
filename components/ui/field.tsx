"use client";

import { Field as BaseField } from "@base-ui/react/field";
import type { ReactNode } from "react";

export interface FieldProps {
  readonly label: ReactNode;
  /** One line under the label: what it means, in plain words. */
  readonly help?: ReactNode;
  /** What is wrong and how to mend it; marks the control as invalid. */
  readonly error?: string | null | undefined;
  readonly optional?: boolean;
  readonly disabled?: boolean;
  /** A TextInput, TextArea, NumberInput, Select, Switch or Checkbox. */
  readonly children: ReactNode;
}

/** Label, help and error of one control; they are tied to the control for screen readers. */
export function Field({ label, help, error, optional = false, disabled = false, children }: FieldProps) {
  const invalid = error !== undefined && error !== null && error !== "";
  return (
    <BaseField.Root invalid={invalid} disabled={disabled} className="flex min-w-0 flex-col gap-1">
      <BaseField.Label className="font-medium text-ink data-disabled:text-ink-faint">
        {label}
        {optional ? <span className="font-normal text-ink-faint"> (optional)</span> : null}
      </BaseField.Label>
      {help === undefined ? null : (
        <BaseField.Description className="text-sm text-ink-soft">{help}</BaseField.Description>
      )}
      {children}
      <BaseField.Error match={invalid} className="text-sm text-danger">
        {error}
      </BaseField.Error>
    </BaseField.Root>
  );
}
