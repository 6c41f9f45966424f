"use client";

import Link from "next/link";
import { MathText } from "@/components/math";
import { RawText, SafeText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import { ruleMeaning } from "@/components/runs/live/rule-words";
import { callPath } from "@/components/runs/pairs/paths";
import { ReviewLink } from "@/components/review/flags/review-link";
import { CorrectionSides } from "./correction-sides";
import { FoldItem } from "@/components/calls/fold-item";
import type { Chain, CorrectionRow } from "./types";
import { chainName } from "./words";

interface CorrectionItemProps {
  readonly correction: CorrectionRow;
  readonly wrong: Chain | null;
  readonly repaired: Chain | null;
  /** Its number as a review item; null where it is none, or none yet. */
  readonly reviewNumber: number | null;
  readonly initiallyOpen: boolean;
}

/** One attempt: outcome and reason in a line; open, the explanation and the repair against the wrong chain. */
export function CorrectionItem({
  correction,
  wrong,
  repaired,
  reviewNumber,
  initiallyOpen,
}: CorrectionItemProps) {
  return (
    <FoldItem
      anchor={`correction-${correction.id}`}
      name={`Correction ${correction.position + 1}`}
      initiallyOpen={initiallyOpen}
      line={
        <>
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
        </>
      }
    >
      <Claim correction={correction} />
      {wrong === null || repaired === null ? (
        <RawText text={correction.reply} label="Reply of the model" maxHeight="16rem" />
      ) : (
        <CorrectionSides correction={correction} wrong={wrong} repaired={repaired} />
      )}
      <p className="mt-2 flex flex-wrap gap-x-5 text-sm">
        <ReviewLink number={reviewNumber} />
        <Link href={callPath(correction.callId, correction.sampleIndex)} className="link">
          Prompt and raw reply
        </Link>
      </p>
    </FoldItem>
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
