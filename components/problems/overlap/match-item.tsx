"use client";

import { useMemo } from "react";
import Link from "next/link";
import { OnlyFor } from "@/components/accounts/only-for";
import { AnswerText } from "@/components/math";
import { StepText } from "@/components/runs/pairs/step-text";
import { wordDifference, type DifferenceRun } from "@/components/runs/pairs/word-difference";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusMark } from "@/components/ui/status-mark";
import type { ContaminationDecision } from "@/server/problems/contamination.schema";
import type { Match } from "../types";
import { choicesOf } from "./choices-of";
import { DECISION_WORDS, KIND_WORDS, likeness, STATE_WORDS } from "./overlap-words";

interface MatchItemProps {
  readonly match: Match;
  /** From 1, over all pages. */
  readonly number: number;
  readonly onAsk: (match: Match, decision: ContaminationDecision) => void;
}

const BUTTON_WORDS: Readonly<Record<ContaminationDecision, string>> = {
  "leave-out": "Leave out …",
  waive: "Waive …",
  reopen: "Reopen …",
};

/** A training problem and a benchmark's problem beside each other, what differs underlined, and what people decided. */
export function MatchItem({ match: found, number, onAsk }: MatchItemProps) {
  const { match, set, problem, benchmark, benchmarkProblem, decisions } = found;
  const difference = useMemo(
    () => wordDifference(problem.statement, benchmarkProblem.statement, { parse: true }),
    [problem.statement, benchmarkProblem.statement],
  );
  const kind = KIND_WORDS[match.kind];
  const state = STATE_WORDS[match.state];
  return (
    <li
      data-match
      tabIndex={-1}
      aria-label={`Match ${number}: ${problem.externalId} and ${benchmarkProblem.externalId}`}
      className="scroll-m-16 border-b border-rule py-4 focus-visible:outline-2 focus-visible:outline-offset-2"
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="font-medium" title={kind.meaning}>
          {kind.name}
        </span>
        <span className="text-sm text-ink-soft">{likeness(match)}</span>
        <span className="text-sm" title={state.meaning}>
          <StatusMark tone={state.tone}>{state.name}</StatusMark>
        </span>
        <OnlyFor least="runner">
          <span className="flex flex-wrap gap-2 sm:ml-auto">
            {choicesOf(match.state).map((decision) => (
              <Button
                key={decision}
                size="sm"
                aria-label={`${BUTTON_WORDS[decision]} ${problem.externalId}`}
                onClick={() => {
                  onAsk(found, decision);
                }}
              >
                {BUTTON_WORDS[decision]}
              </Button>
            ))}
          </span>
        </OnlyFor>
      </div>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        <Side set={set} problem={problem} runs={difference.a} use="trains" />
        <Side set={benchmark} problem={benchmarkProblem} runs={difference.b} use="benchmark" />
      </div>
      {decisions.length === 0 ? null : <Decisions decisions={decisions} />}
    </li>
  );
}

interface SideProps {
  readonly set: Match["set"];
  readonly problem: Match["problem"];
  readonly runs: readonly DifferenceRun[];
  readonly use: "trains" | "benchmark";
}

function Side({ set, problem, runs, use }: SideProps) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-sm text-ink-soft">
        <Link href={`/problems/${set.id}/${problem.id}`} prefetch={false} className="link wrap-anywhere">
          {problem.externalId}
        </Link>{" "}
        of {set.name} <span className="text-ink-faint">({use})</span>
      </p>
      <div className="prose-math wrap-anywhere whitespace-pre-line">
        <StepText runs={runs} tone="plain" raw={false} />
      </div>
      <p className="mt-1">
        <span className="text-sm text-ink-soft">Answer</span> <AnswerText text={problem.answer} />
      </p>
    </div>
  );
}

/** Who decided what, when and why; the newest counts. */
function Decisions({ decisions }: Pick<Match, "decisions">) {
  return (
    <ol aria-label="Decisions, the newest first" className="mt-3 text-sm text-ink-soft">
      {decisions.map(({ decision, by, at, reason }) => (
        <li key={`${at}-${decision}`} className="wrap-anywhere">
          {by ?? "Somebody who is gone"} {DECISION_WORDS[decision]} <RelativeTime at={at} />
          {reason === "" ? "" : `: ${reason}`}
        </li>
      ))}
    </ol>
  );
}
