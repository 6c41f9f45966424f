"use client";

import { clsx } from "clsx";
import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

export interface EmptyStateProps {
  /** "No problem sets yet" */
  readonly title: string;
  /** What would be here, in one sentence. */
  readonly children?: ReactNode;
  /** The next action: a Button or LinkButton. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="border-y border-rule py-8">
      <p className="font-serif text-lg">{title}</p>
      {children === undefined ? null : <div className="mt-1 max-w-prose text-ink-soft">{children}</div>}
      {action === undefined ? null : <div className="mt-4 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}

/** The fields of a failed tRPC call that a person may read; an `Error` fits. */
interface ReadableError {
  readonly message: string;
  readonly data?: { readonly field?: string | null; readonly fix?: string | null } | null | undefined;
}

export interface ErrorStateProps {
  /** What could not be done: "The runs could not be read". */
  readonly title?: string;
  /** The error of a query or mutation as it is. */
  readonly error: ReadableError;
  readonly onRetry?: (() => void) | undefined;
  readonly retrying?: boolean;
  /** A line, for beside a button; default a block in the place of a list. */
  readonly compact?: boolean;
}

/** What went wrong, which field, how to mend it, and another try. */
export function ErrorState({ title, error, onRetry, retrying = false, compact = false }: ErrorStateProps) {
  const fix = error.data?.fix ?? null;
  const field = error.data?.field ?? null;
  return (
    <div role="alert" className={clsx("border-l-2 border-danger pl-3", !compact && "my-2 py-2")}>
      {title === undefined ? null : <p className="font-medium text-danger">{title}</p>}
      <p className={clsx("wrap-anywhere", title === undefined && "text-danger")}>
        {field === null ? null : <code className="mr-1.5 font-mono text-sm">{field}:</code>}
        {error.message}
      </p>
      {fix === null ? null : <p className="text-ink-soft">{fix}</p>}
      {onRetry === undefined ? null : (
        <div className="mt-2">
          <Button size="sm" pending={retrying} icon={<RotateCw size={13} aria-hidden />} onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}

export interface SkeletonRowsProps {
  /** As many rows as the list will likely have. */
  readonly rows?: number;
  /** Height of one row, a CSS length; default that of a table row. */
  readonly rowHeight?: string;
  readonly label?: string;
}

const widths = ["w-7/12", "w-5/12", "w-8/12", "w-6/12"];

/** Keeps the place of a list while it is read. */
export function SkeletonRows({ rows = 5, rowHeight = "2.1875rem", label = "Loading" }: SkeletonRowsProps) {
  return (
    <output aria-label={label} className="block border-y border-rule">
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className="flex items-center border-b border-rule last:border-b-0"
          style={{ height: rowHeight }}
        >
          <div className={clsx("h-2.5 animate-pulse rounded-sm bg-rule", widths[row % widths.length])} />
        </div>
      ))}
    </output>
  );
}
