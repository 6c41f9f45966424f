"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { TermId } from "./glossary";
import { StatusMark, type Tone } from "./status-mark";
import { Term } from "./term";
import { Tooltip } from "./tooltip";

interface MarkProps {
  /** Default: the word itself. */
  readonly children?: ReactNode;
}

/** Teal, triangle up, filled. */
export function ChosenMark({ children = "chosen" }: MarkProps) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-chosen">
      <Triangle className="fill-current" d="M5 1.2 9.4 8.8H.6z" />
      {children}
    </span>
  );
}

/** Amber, triangle down, hollow. */
export function RejectedMark({ children = "rejected" }: MarkProps) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-rejected">
      <Triangle className="fill-none" d="M5 8.8.6 1.2h8.8z" />
      {children}
    </span>
  );
}

function Triangle({ d, className }: { readonly d: string; readonly className: string }) {
  return (
    <svg
      viewBox="0 0 10 10"
      aria-hidden
      className={clsx("size-2.5 shrink-0 stroke-current", className)}
      strokeWidth="1.2"
      strokeLinejoin="round"
    >
      <path d={d} />
    </svg>
  );
}

type Stage = "self-generation" | "self-correction" | "diversity-induction";

const stages = {
  "self-generation": { number: 1, colour: "text-stage-1", rx: 5.6, name: "Self-generation" },
  "self-correction": { number: 2, colour: "text-stage-2", rx: 4, name: "Self-correction" },
  "diversity-induction": { number: 3, colour: "text-stage-3", rx: 1.5, name: "Diversity induction" },
} as const satisfies Record<Stage & TermId, { number: number; colour: string; rx: number; name: string }>;

export interface StageMarkProps {
  readonly stage: Stage;
  /** "full": number and name; "short": number only, the name for screen readers and on hover. */
  readonly label?: "full" | "short";
  /** The name explains itself on hover; default true for the full label. */
  readonly explain?: boolean;
}

/** A stage: its meridian of the mark, its number and name, in its own quiet hue. */
export function StageMark({ stage, label = "full", explain = label === "full" }: StageMarkProps) {
  const { number, colour, rx, name } = stages[stage];
  return (
    <span
      className={clsx("inline-flex items-center gap-1.5 whitespace-nowrap", colour)}
      title={label === "short" ? name : undefined}
    >
      <svg
        viewBox="0 0 14 14"
        aria-hidden
        className="size-3.5 shrink-0 fill-none stroke-current"
        strokeWidth="1.3"
      >
        <g transform="rotate(23 7 7)">
          <circle cx="7" cy="7" r="6" opacity="0.4" strokeWidth="0.8" />
          <ellipse cx="7" cy="7" rx={rx} ry="6" />
        </g>
      </svg>
      <span>
        {number}
        {label === "short" ? <span className="sr-only"> {name}</span> : " "}
        {label === "short" ? null : explain ? <Term id={stage}>{name}</Term> : name}
      </span>
    </span>
  );
}

type Verdict = "correct" | "incorrect" | "no-answer" | "unparsable" | "timeout" | "bad-reference";

const verdicts: Record<Verdict, { readonly word: string; readonly tone: Tone }> = {
  correct: { word: "correct", tone: "good" },
  incorrect: { word: "incorrect", tone: "bad" },
  "no-answer": { word: "no answer", tone: "neutral" },
  unparsable: { word: "unreadable answer", tone: "warning" },
  timeout: { word: "not decided in time", tone: "warning" },
  "bad-reference": { word: "bad reference answer", tone: "warning" },
};

export interface VerdictMarkProps {
  readonly verdict: Verdict;
  /** The answer that was read, or null. */
  readonly extracted?: string | null;
  /** The rule in plain words (`describeRule` of server/math). */
  readonly rule?: string;
}

/** The verdict's word; on hover, focus and tap the answer that was read and the rule that decided. */
export function VerdictMark({ verdict, extracted, rule }: VerdictMarkProps) {
  const { word, tone } = verdicts[verdict];
  if (extracted === undefined && rule === undefined) return <StatusMark tone={tone}>{word}</StatusMark>;
  const answer =
    extracted === undefined || extracted === null ? "No answer was read." : `Answer read: ${extracted}`;
  return (
    <Tooltip
      description={`${answer} ${rule ?? ""}`}
      content={
        <>
          <span className="block font-mono wrap-anywhere">
            <bdi>{answer}</bdi>
          </span>
          {rule === undefined ? null : <span className="block text-ink-soft">{rule}</span>}
        </>
      }
    >
      <button type="button" className="cursor-help rounded-sm text-left">
        <StatusMark tone={tone}>{word}</StatusMark>
      </button>
    </Tooltip>
  );
}
