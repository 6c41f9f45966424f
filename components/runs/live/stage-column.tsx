"use client";

import type { ReactNode } from "react";
import { formatCompact, formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import { Term } from "@/components/ui/term";
import type { RunKind } from "@/server/runs/runs.schema";
import type { Stage } from "@/server/sphere/io";
import { RuleCounts } from "./rule-counts";
import { sum, type RuleCount, type StageFlow } from "./stage-flow";

const takes: Record<Stage, string> = {
  "self-generation": "Takes every problem and samples whole solutions.",
  "self-correction": "Takes hard problems, and some mixed ones, and repairs wrong solutions.",
  "diversity-induction": "Takes easy problems and adds plausible mistakes.",
};

const samples: Record<Exclude<RunKind, "sphere">, string> = {
  "iid-pairs": "The longest right solution is paired with a random wrong one.",
  "rejection-sampling": "Right solutions are kept for supervised training.",
};

interface StageColumnProps {
  readonly flow: StageFlow;
  readonly kind: RunKind;
  readonly corrections: { readonly accepted: number; readonly refused: readonly RuleCount[] } | null;
}

/** One stage from calls to pairs. */
export function StageColumn({ flow, kind, corrections }: StageColumnProps) {
  return (
    <li className="flex min-w-0 flex-col border-b border-rule py-4 last:border-b-0 lg:border-b-0 lg:px-5 lg:first:pl-0 lg:last:pr-0">
      <h3 className="font-medium">{kind === "sphere" ? <StageMark stage={flow.stage} /> : "Samples"}</h3>
      <p className="mb-3 text-sm text-ink-soft lg:min-h-10">
        {flow.on ? (kind === "sphere" ? takes[flow.stage] : samples[kind]) : "Left out of this run."}
      </p>
      {flow.on ? (
        <dl className="flex flex-col">
          <Row name="Model calls">
            {formatInteger(flow.calls)}{" "}
            <span className="text-sm text-ink-soft" title={`${formatInteger(flow.generatedTokens)} tokens`}>
              {formatCompact(flow.generatedTokens)} tokens
            </span>
          </Row>
          <Row name={<Term id="chain">Chains</Term>}>
            <span className="text-chosen">{formatInteger(flow.right)} right</span>
            {" · "}
            <span className="text-rejected">{formatInteger(flow.wrong)} wrong</span>
          </Row>
          {corrections === null ? null : (
            <>
              <Row name="Corrections">
                {formatInteger(corrections.accepted)} accepted
                {" · "}
                {formatInteger(sum(corrections.refused))} refused
              </Row>
              <RuleCounts
                kind="correction"
                label="Corrections refused, by rule"
                counts={corrections.refused}
              />
            </>
          )}
          {kind === "rejection-sampling" ? null : (
            <>
              <Row name="Pair candidates">{formatInteger(flow.candidates)}</Row>
              <RuleCounts kind="pair" label="Candidates dropped, by rule" counts={flow.dropped} />
              <Row name={<Term id="preference-pair">Pairs kept</Term>} strong>
                {formatInteger(flow.pairs)}
              </Row>
            </>
          )}
        </dl>
      ) : null}
    </li>
  );
}

interface RowProps {
  readonly name: ReactNode;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

function Row({ name, strong = false, children }: RowProps) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-t border-rule py-1.5">
      <dt className={strong ? "font-medium" : "text-ink-soft"}>{name}</dt>
      <dd className={strong ? "text-lg font-medium" : "text-right"}>{children}</dd>
    </div>
  );
}
