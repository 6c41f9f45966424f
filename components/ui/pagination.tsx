"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "./button";
import { formatCount, formatInteger } from "./format";

export interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPageChange: (page: number) => void;
  /** Singular noun: "problem". */
  readonly noun: string;
  /** Default: the noun with an s. */
  readonly plural?: string;
}

/** "21–40 of 312 problems", back and forward. Says only the total when one page holds all. */
export function Pagination({
  page,
  pageSize,
  total,
  onPageChange,
  noun,
  plural = `${noun}s`,
}: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <nav
      aria-label={`Pages of ${plural}`}
      className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft"
    >
      <span aria-live="polite">
        {pages === 1
          ? formatCount(total, noun, plural)
          : `${formatInteger(first)}–${formatInteger(last)} of ${formatCount(total, noun, plural)}`}
      </span>
      {pages === 1 ? null : (
        <span className="flex gap-1">
          <Button
            size="sm"
            disabled={page <= 1}
            icon={<ChevronLeft size={14} aria-hidden />}
            onClick={() => {
              onPageChange(page - 1);
            }}
          >
            Back
          </Button>
          <Button
            size="sm"
            disabled={page >= pages}
            onClick={() => {
              onPageChange(page + 1);
            }}
          >
            Next
            <ChevronRight size={14} aria-hidden />
          </Button>
        </span>
      )}
    </nav>
  );
}
