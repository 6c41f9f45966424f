"use client";

import { clsx } from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import { AnswerText } from "@/components/math";
import { formatCount } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import { DisagreementDetail } from "./disagreement-detail";
import type { Disagreement } from "./types";

interface DisagreementRowProps {
  readonly item: Disagreement;
  readonly at: number;
  readonly open: boolean;
  /** What the person is about to call it; null: nothing yet. */
  readonly calling: boolean | null;
  readonly onToggle: () => void;
  readonly onCall: (correct: boolean | null) => void;
  readonly onSettled: () => void;
}

/** One answer in a line; open, with all that is needed to settle it. */
export function DisagreementRow({
  item,
  at,
  open,
  calling,
  onToggle,
  onCall,
  onSettled,
}: DisagreementRowProps) {
  const { benchmark, externalId, extracted, models, samples, ruling, kind } = item;
  return (
    <li className="border-b border-rule">
      <button
        type="button"
        data-at={at}
        aria-expanded={open}
        onClick={onToggle}
        className={clsx(
          "grid w-full grid-cols-[1rem_minmax(0,1fr)] items-baseline gap-x-2 gap-y-0.5 px-1 py-2 text-left hover:bg-sunken",
          "sm:grid-cols-[1rem_minmax(0,14rem)_minmax(0,1fr)_10rem_9rem]",
          open && "bg-accent-wash",
        )}
      >
        <span aria-hidden className="self-center text-ink-soft">
          {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        </span>
        <span className="min-w-0 wrap-anywhere">
          <SafeText text={externalId} />{" "}
          <span className="text-sm text-ink-soft">
            <SafeText text={benchmark.name} />
          </span>
        </span>
        <span className="col-start-2 min-w-0 font-serif text-prose wrap-anywhere sm:col-start-auto">
          {extracted === null ? (
            <span className="font-sans text-base text-ink-soft">no answer found</span>
          ) : (
            <AnswerText text={extracted} />
          )}
        </span>
        <span className="col-start-2 text-sm text-ink-soft sm:col-start-auto">
          {formatCount(samples, "answer")}, {formatCount(models, "model")}
        </span>
        <span className="col-start-2 text-sm sm:col-start-auto">
          {ruling === null ? (
            <StatusMark tone="warning">{kind === "outcome" ? "to settle" : "wrong under all"}</StatusMark>
          ) : (
            <StatusMark tone={ruling.correct ? "good" : "bad"}>
              settled: {ruling.correct ? "right" : "wrong"}
            </StatusMark>
          )}
        </span>
      </button>
      {open ? (
        <DisagreementDetail item={item} calling={calling} onCall={onCall} onSettled={onSettled} />
      ) : null}
    </li>
  );
}
