"use client";

import { useMemo } from "react";
import { ChosenMark, RejectedMark } from "@/components/ui/marks";
import { CompareSteps } from "./compare-steps";
import { SideHead } from "./side-head";
import { stepsAfter } from "./steps-after";
import type { ChainRow, PairRow } from "./types";

interface PairSidesProps {
  readonly pair: PairRow;
  readonly chosenChain: ChainRow | null;
  readonly rejectedChain: ChainRow | null;
  readonly label: string;
  readonly raw: boolean;
}

export function PairSides({ pair, chosenChain, rejectedChain, label, raw }: PairSidesProps) {
  const { prefix, chosen, rejected, prefixSteps } = pair;
  const steps = useMemo(
    () => ({
      shared: prefix === "" ? [] : (rejectedChain?.steps.slice(0, prefixSteps) ?? [prefix]),
      chosen: chosenChain === null ? [chosen] : stepsAfter(chosenChain.steps, prefix.length),
      rejected: rejectedChain === null ? [rejected] : stepsAfter(rejectedChain.steps, prefix.length),
    }),
    [prefix, chosen, rejected, prefixSteps, chosenChain, rejectedChain],
  );
  const wrongStep = pair.firstWrongStep === null ? null : pair.firstWrongStep - prefixSteps;
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
