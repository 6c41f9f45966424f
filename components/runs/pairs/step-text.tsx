import { clsx } from "clsx";
import { MathTokens } from "@/components/math";
import { SafeText } from "@/components/ui/raw-text";
import type { DifferenceRun } from "./word-difference";

export type Tone = "chosen" | "rejected" | "plain";

const marks: Record<Tone, string> = {
  chosen: "bg-chosen-wash decoration-chosen",
  rejected: "bg-rejected-wash decoration-rejected decoration-dashed",
  plain: "bg-accent-wash decoration-accent",
};

export interface StepTextProps {
  readonly runs: readonly DifferenceRun[];
  readonly tone: Tone;
  readonly raw: boolean;
}

/** One step with what is its own underlined; a change is never told by colour alone. */
export function StepText({ runs, tone, raw }: StepTextProps) {
  return runs.map(({ changed, tokens }, index) => {
    const content = raw ? (
      <SafeText text={tokens.map((token) => token.raw).join("")} />
    ) : (
      <MathTokens tokens={tokens} />
    );
    return changed ? (
      <mark
        key={index}
        className={clsx("rounded-sm text-inherit underline decoration-1 underline-offset-4", marks[tone])}
      >
        {content}
      </mark>
    ) : (
      <span key={index}>{content}</span>
    );
  });
}
