"use client";

import { clsx } from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { scrollToTarget, useFold } from "./use-anchor";

interface FoldItemProps {
  /** Id that links point at; a link to it opens it. */
  readonly anchor: string;
  readonly name: string;
  readonly initiallyOpen: boolean;
  /** What stands beside the name, open or not. */
  readonly line: ReactNode;
  readonly children: ReactNode;
}

/** One item of a list in a line; open, all of it. */
export function FoldItem({ anchor, name, initiallyOpen, line, children }: FoldItemProps) {
  const { open, setOpen, target } = useFold(anchor, initiallyOpen);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li
      id={anchor}
      ref={target ? scrollToTarget : undefined}
      className={clsx(
        "scroll-mt-(--scroll-top) border-t border-rule last:border-b",
        target && "border-t-2 border-t-accent",
      )}
    >
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-0.5 py-1">
        <h3 className="shrink-0">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
            className="inline-flex items-center gap-1 rounded-sm font-medium hover:text-accent"
          >
            <Chevron size={14} aria-hidden className="text-ink-soft" />
            {name}
          </button>
        </h3>
        {line}
      </div>
      {open ? <div className="pb-5 sm:pl-[1.125rem]">{children}</div> : null}
    </li>
  );
}
