"use client";

import { clsx } from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import Link from "next/link";
import { MathText } from "@/components/math";
import { RawText, SafeText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import { ruleMeaning } from "@/components/runs/live/rule-words";
import { callPath } from "@/components/runs/pairs/paths";
import { CorrectionSides } from "./correction-sides";
import type { Chain, CorrectionRow } from "./types";
import { scrollToTarget, useFold } from "./use-anchor";
import { chainName } from "./words";

interface CorrectionItemProps {
  readonly correction: CorrectionRow;
  readonly wrong: Chain | null;
  readonly repaired: Chain | null;
  readonly initiallyOpen: boolean;
}

/** One attempt: outcome and reason in a line; open, the explanation and the repair against the wrong chain. */
export function CorrectionItem({ correction, wrong, repaired, initiallyOpen }: CorrectionItemProps) {
  const anchor = `correction-${correction.id}`;
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
            Correction {correction.position + 1}
          </button>
        </h3>
        {correction.accepted ? (
          <StatusMark tone="good">accepted</StatusMark>
        ) : (
          <StatusMark tone="bad">refused</StatusMark>
        )}
        <span className="min-w-0 flex-1 basis-60 text-ink-soft">{reasonOf(correction)}</span>
        {wrong === null ? null : (
          <span className="text-sm text-ink-soft">
            of{" "}
            <a href={`#chain-${wrong.id}`} className="link">
              {chainName(wrong)}
            </a>
          </span>
        )}
      </div>
      {open ? (
        <div className="pb-5 sm:pl-[1.125rem]">
          <Claim correction={correction} />
          {wrong === null || repaired === null ? (
            <RawText text={correction.reply} label="Reply of the model" maxHeight="16rem" />
          ) : (
            <CorrectionSides correction={correction} wrong={wrong} repaired={repaired} />
          )}
          <p className="mt-2 text-sm">
            <Link href={callPath(correction.callId, correction.sampleIndex)} className="link">
              Prompt and raw reply
            </Link>
          </p>
        </div>
      ) : null}
    </li>
  );
}

function reasonOf({ accepted, refusedBy }: CorrectionRow): string {
  if (accepted) return "Passed every rule of acceptance.";
  if (refusedBy === null) return "No reason was stored.";
  return ruleMeaning("correction", refusedBy);
}

function Claim({ correction: { claimedStep, explanation } }: Pick<CorrectionItemProps, "correction">) {
  return (
    <div className="mb-3">
      <p className="text-sm text-ink-soft">
        {claimedStep === null
          ? "The model named no wrong step."
          : `The model blamed step ${claimedStep + 1}:`}
      </p>
      {explanation === null ? null : (
        <blockquote className="mt-1 border-l-2 border-rule-strong pl-3">
          {explanation.length > 0 ? <MathText text={explanation} limit={1_500} /> : <SafeText text="–" />}
        </blockquote>
      )}
    </div>
  );
}
