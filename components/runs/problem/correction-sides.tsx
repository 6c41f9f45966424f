import { VerdictMark } from "@/components/ui/marks";
import { CompareSteps } from "@/components/runs/pairs/compare-steps";
import type { ComparedSide } from "@/components/runs/pairs/compared-side";
import { describeRule } from "@/server/math";
import type { Chain, CorrectionRow } from "./types";
import { chainName } from "./words";

interface CorrectionSidesProps {
  readonly correction: CorrectionRow;
  readonly wrong: Chain;
  readonly repaired: Chain;
}

/** The wrong chain and its repair, step against step, with the step that the model blamed. */
export function CorrectionSides({ correction, wrong, repaired }: CorrectionSidesProps) {
  return (
    <CompareSteps
      label={`Correction ${correction.position + 1}: the wrong chain and its repair`}
      shared={[]}
      raw={false}
      left={sideOf(wrong, {
        name: "wrong chain",
        tone: "rejected",
        wrongStep: correction.claimedStep,
        wrongStepName: "blamed by the model",
      })}
      right={sideOf(repaired, {
        name: "repaired chain",
        tone: correction.accepted ? "chosen" : "plain",
        wrongStep: null,
      })}
    />
  );
}

interface SideLook extends Pick<ComparedSide, "tone" | "wrongStep" | "wrongStepName"> {
  readonly name: string;
}

function sideOf(chain: Chain, { name, ...look }: SideLook): ComparedSide {
  return {
    ...look,
    steps: chain.steps,
    mark: <span className="text-ink-soft">{name}</span>,
    head: (
      <div className="flex flex-wrap items-baseline gap-x-4 text-sm">
        <span className="font-medium">{name}</span>
        <VerdictMark verdict={chain.verdict} extracted={chain.extracted} rule={describeRule(chain.rule)} />
        <a href={`#chain-${chain.id}`} className="link">
          {chainName(chain)}
        </a>
      </div>
    ),
  };
}
