"use client";

import type { ReactNode } from "react";
import { get, useFormState } from "react-hook-form";
import { Field } from "@/components/ui/field";
import type { LaunchRunInput } from "@/server/runs/runs.schema";
import { RUN_FIELDS, type RunField, type RunFieldPath } from "../run-fields";

interface RunFieldFrameProps {
  readonly path: RunFieldPath;
  /** More than the table's line of help. */
  readonly help?: ReactNode;
  readonly optional?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** Label, help, source and error of one field by the table of fields. */
export function RunFieldFrame({
  path,
  help,
  optional = false,
  disabled = false,
  children,
}: RunFieldFrameProps) {
  const { errors } = useFormState<LaunchRunInput>({ name: path });
  const field: RunField = RUN_FIELDS[path];
  return (
    <Field
      label={field.label}
      optional={optional}
      disabled={disabled}
      help={
        <>
          {help ?? field.help}
          {field.source === undefined ? null : <span className="text-ink-faint"> {field.source}.</span>}
        </>
      }
      error={messageOf(get(errors, path))}
    >
      {children}
    </Field>
  );
}

function messageOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("message" in error)) return null;
  return typeof error.message === "string" ? error.message : null;
}
