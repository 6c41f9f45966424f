"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import { clsx } from "clsx";
import type { Route } from "next";
import Link from "next/link";
import type { MouseEventHandler, ReactNode, Ref } from "react";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "md" | "sm";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-accent bg-accent text-on-accent hover:not-data-disabled:border-ink hover:not-data-disabled:bg-ink hover:not-data-disabled:text-paper",
  secondary:
    "border-rule-strong text-ink hover:not-data-disabled:border-accent hover:not-data-disabled:text-accent aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent",
  quiet: "border-transparent text-accent hover:not-data-disabled:bg-accent-wash",
  danger: "border-danger text-danger hover:not-data-disabled:bg-danger-wash",
};

const sizes: Record<ButtonSize, string> = {
  md: "min-h-8 px-3 text-base",
  sm: "min-h-6.5 px-2 text-sm",
};

/** Classes of a button, for elements that must be something else (a label of a file input, a menu trigger). */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return clsx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm border font-medium whitespace-nowrap select-none",
    "data-disabled:cursor-not-allowed data-disabled:border-rule data-disabled:bg-transparent data-disabled:text-ink-faint",
    variants[variant],
    sizes[size],
  );
}

interface Look {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** An icon of lucide-react, 16 px, before the words. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export interface ButtonProps extends Look {
  readonly type?: "button" | "submit" | "reset";
  readonly disabled?: boolean;
  /** The action is under way: no second click, focus kept. */
  readonly pending?: boolean;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  /** Needed when the children are an icon alone. */
  readonly "aria-label"?: string;
  readonly "aria-pressed"?: boolean;
  readonly "aria-expanded"?: boolean;
  readonly "aria-controls"?: string;
  /** Keys that do the same, as ARIA writes them: "Shift+Z". */
  readonly "aria-keyshortcuts"?: string;
  readonly title?: string;
  readonly form?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant,
  size,
  icon,
  children,
  pending = false,
  disabled = false,
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled || pending}
      focusableWhenDisabled={pending}
      aria-busy={pending || undefined}
      className={buttonClass(variant, size)}
    >
      {icon}
      {children}
      {pending ? <span aria-hidden>…</span> : null}
    </BaseButton>
  );
}

export interface LinkButtonProps<T extends string> extends Look {
  readonly href: Route<T>;
  readonly "aria-label"?: string;
  readonly prefetch?: boolean;
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton<T extends string>({ variant, size, icon, children, ...rest }: LinkButtonProps<T>) {
  return (
    <Link {...rest} className={buttonClass(variant, size)}>
      {icon}
      {children}
    </Link>
  );
}
