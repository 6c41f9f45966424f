"use client";

import { useMemo } from "react";
import { ChosenMark, RejectedMark } from "@/components/ui/marks";
import { splitSteps } from "@/server/sphere/split-steps";
import { stepsAfter } from "@/server/sphere/steps-after";
import { CompareSteps } from "./compare-steps";
import { SideHead } from "./side-head";
import type { ChainRow, PairRow } from "./types";

interface PairSidesProps {
  readonly pair: PairRow;
  readonly chosenChain: ChainRow | null;
  readonly rejectedChain: ChainRow | null;
  readonly label: string;
  readonly raw: boolean;
}

export function PairSides({ pair, chosenChain, rejectedChain, label, raw }: PairSidesProps) {
  const { level, prefix, chosen, rejected, prefixSteps } = pair;
  const steps = useMemo(() => {
    // A reflection is compared as it was written: the chain holds only the solution at its end.
    if (level === "correction-turn") {
      return { shared: [], chosen: splitSteps(chosen).steps, rejected: splitSteps(rejected).steps };
    }
    return {
      shared: prefix === "" ? [] : (rejectedChain?.steps.slice(0, prefixSteps) ?? [prefix]),
      chosen: chosenChain === null ? [chosen] : stepsAfter(chosenChain.steps, prefix.length),
      rejected: rejectedChain === null ? [rejected] : stepsAfter(rejectedChain.steps, prefix.length),
    };
  }, [level, prefix, chosen, rejected, prefixSteps, chosenChain, rejectedChain]);
  const wrongStep =
    pair.firstWrongStep === null || level === "correction-turn" ? null : pair.firstWrongStep - prefixSteps;
  return (
    <CompareSteps
      label={label}
      shared={steps.shared}
      raw={raw}
      left={{
        steps: steps.chosen,
        tone: "chosen",
        mark: <ChosenMark />,
        head: <SideHead mark={<ChosenMark />} chain={chosenChain} />,
        wrongStep: null,
      }}
      right={{
        steps: steps.rejected,
        tone: "rejected",
        mark: <RejectedMark />,
        head: <SideHead mark={<RejectedMark />} chain={rejectedChain} />,
        wrongStep,
      }}
    />
  );
}
