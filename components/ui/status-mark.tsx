import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Tone = "neutral" | "active" | "good" | "warning" | "bad";
type Shape = "ring" | "dot" | "half" | "check" | "cross" | "bar" | "triangle";

const colours: Record<Tone, string> = {
  neutral: "text-ink-soft",
  active: "text-accent",
  good: "text-chosen",
  warning: "text-rejected",
  bad: "text-danger",
};

const shapes: Record<Tone, Shape> = {
  neutral: "ring",
  active: "half",
  good: "check",
  warning: "triangle",
  bad: "cross",
};

const paths: Record<Shape, ReactNode> = {
  ring: <circle cx="6" cy="6" r="4.2" />,
  dot: <circle cx="6" cy="6" r="4.2" fill="currentColor" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.2" />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </>
  ),
  check: <path d="M2 6.5 4.8 9.3 10 3.2" />,
  cross: <path d="m2.6 2.6 6.8 6.8m0-6.8L2.6 9.4" />,
  bar: <path d="M4 2.5v7m4-7v7" />,
  triangle: <path d="M6 1.6 11 10.4H1z" />,
};

export interface StatusMarkProps {
  readonly tone: Tone;
  /** The word; always shown. */
  readonly children: ReactNode;
  /** Another shape than the tone's own: "bar" for paused, "dot" for done without judgement. */
  readonly shape?: Shape;
}

/** A state: a shape and its word, never a colour alone. */
export function StatusMark({ tone, children, shape }: StatusMarkProps) {
  return (
    <span className={clsx("inline-flex items-center gap-1.5 whitespace-nowrap", colours[tone])}>
      <svg
        viewBox="0 0 12 12"
        className="size-3 shrink-0"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        aria-hidden
      >
        {paths[shape ?? shapes[tone]]}
      </svg>
      {children}
    </span>
  );
}

export interface BadgeProps {
  readonly children: ReactNode;
  readonly title?: string;
}

/** A small fact beside a name: "Apache-2.0", "default", "level 3". */
export function Badge({ children, title }: BadgeProps) {
  return (
    <span
      title={title}
      className="inline-block rounded-sm border border-rule px-1.5 text-xs whitespace-nowrap text-ink-soft"
    >
      {children}
    </span>
  );
}
