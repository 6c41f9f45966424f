"use client";

import type { ReactNode } from "react";
import { GLOSSARY, type TermId } from "./glossary";
import { Tooltip } from "./tooltip";

export interface TermProps {
  readonly id: TermId;
  /** The words on the page; default: the glossary's name. */
  readonly children?: ReactNode;
}

/** A term of the field; its meaning and source on hover, focus and tap. */
export function Term({ id, children }: TermProps) {
  const { name, meaning, source } = GLOSSARY[id];
  return (
    <Tooltip
      description={`${meaning} ${source}`}
      content={
        <>
          {meaning} <span className="block text-xs text-ink-soft">{source}</span>
        </>
      }
    >
      <button
        type="button"
        className="cursor-help rounded-sm text-left underline decoration-rule-strong decoration-dotted decoration-1 underline-offset-[0.25em] hover:decoration-accent"
      >
        {children ?? name}
      </button>
    </Tooltip>
  );
}
