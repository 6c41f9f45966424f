"use client";

import { Field } from "@base-ui/react/field";
import { clsx } from "clsx";
import type { ComponentPropsWithRef } from "react";

export const controlClass = clsx(
  "min-h-8 w-full min-w-0 rounded-sm border border-rule-strong bg-raised px-2 py-1 text-base text-ink",
  "hover:border-ink-soft aria-invalid:border-danger data-invalid:border-danger",
  "disabled:cursor-not-allowed disabled:border-rule disabled:bg-sunken disabled:text-ink-faint",
);

export interface TextInputProps extends Omit<ComponentPropsWithRef<"input">, "className" | "type" | "size"> {
  readonly type?: "text" | "search" | "url" | "email" | "password";
  readonly mono?: boolean;
}

/** One line of text. Takes native props, so `{...register("name")}` works. */
export function TextInput({ mono = false, type = "text", ...rest }: TextInputProps) {
  return (
    <Field.Control
      autoComplete="off"
      {...rest}
      render={<input type={type} />}
      className={clsx(controlClass, mono && "font-mono text-sm")}
    />
  );
}

export interface TextAreaProps extends Omit<ComponentPropsWithRef<"textarea">, "className"> {
  readonly mono?: boolean;
}

/** Several lines of text; grows by the handle in its corner. */
export function TextArea({ mono = false, rows = 4, ...rest }: TextAreaProps) {
  return (
    <Field.Control
      autoComplete="off"
      render={<textarea rows={rows} {...rest} />}
      className={clsx(controlClass, "resize-y", mono && "font-mono text-sm")}
    />
  );
}
