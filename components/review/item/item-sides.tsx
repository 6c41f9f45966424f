"use client";

import type { ReactNode } from "react";
import { MathText } from "@/components/math";
import { CompareSteps } from "@/components/runs/pairs/compare-steps";
import type { ComparedSide, StepNote } from "@/components/runs/pairs/compared-side";
import { ChosenMark, RejectedMark } from "@/components/ui/marks";
import type { ItemView } from "@/server/review/item-view.schema";
import type { Side } from "@/server/review/review.schema";
import type { Draft } from "./draft";
import { shownSteps } from "./item-steps";
import { SideHead } from "./side-head";

export interface SideActs {
  readonly onMark: (side: Side, step: number) => void;
  readonly onFocusSide: (side: Side) => void;
  readonly onEdit: (side: Side) => void;
}

interface ItemSidesProps {
  readonly view: ItemView;
  readonly draft: Draft;
  readonly raw: boolean;
  /** What the machine says is shown too. */
  readonly facts: boolean;
  /** The side that number keys mark. */
  readonly focused: Side;
  /** Null: the person may only read. */
  readonly acts: SideActs | null;
  readonly onVersion: (side: Side, version: string | null) => void;
}

/** The two chains, step against step, with what people and reflections say of their steps. */
export function ItemSides({ view, draft, raw, facts, focused, acts, onVersion }: ItemSidesProps) {
  const steps = shownSteps(view, draft);
  const compared = (side: Side): ComparedSide => {
    const mark = markOf(view, side);
    const known = facts && draft.versions[side] === null ? (view.facts?.[side] ?? null) : null;
    return {
      steps: steps[side],
      tone: view.facts === null ? "plain" : view.facts.chosenSide === side ? "chosen" : "rejected",
      mark,
      head: (
        <SideHead
          side={side}
          mark={mark}
          focused={focused === side}
          onFocusSide={
            acts === null
              ? null
              : () => {
                  acts.onFocusSide(side);
                }
          }
          onEdit={
            acts === null
              ? null
              : () => {
                  acts.onEdit(side);
                }
          }
          versions={view.versions.filter((version) => version.side === side)}
          shown={draft.versions[side]}
          onShow={(version) => {
            onVersion(side, version);
          }}
          facts={known}
        />
      ),
      wrongStep: known?.firstWrongStep == null ? null : known.firstWrongStep - view.shared.length,
      wrongStepName: "first wrong step, as the search found it",
      notes: claimNotes(view, draft, side),
      ...(acts === null
        ? {}
        : {
            marking: {
              side,
              step: draft.firstWrong[side],
              onMark: (step: number) => {
                acts.onMark(side, step);
              },
            },
          }),
    };
  };
  return (
    <>
      <CompareSteps
        label="Both chains"
        left={compared("left")}
        right={compared("right")}
        shared={view.shared}
        raw={raw}
      />
      <LooseClaim view={view} draft={draft} />
    </>
  );
}

/** Whose chain a side is; in blind mode only where it stands. */
function markOf({ facts, kind }: ItemView, side: Side): ReactNode {
  if (facts === null) return <span>{side === "left" ? "Left" : "Right"}</span>;
  const chosen = facts.chosenSide === side;
  if (kind === "correction")
    return chosen ? <ChosenMark>repaired chain</ChosenMark> : <RejectedMark>wrong chain</RejectedMark>;
  return chosen ? <ChosenMark /> : <RejectedMark />;
}

/** Whether the claimed step is among those shown. */
function claimedStep({ facts, shared }: ItemView, steps: readonly string[]): number | null {
  const step = facts?.claim?.step ?? null;
  return step !== null && step >= 0 && step < shared.length + steps.length ? step : null;
}

function claimNotes(view: ItemView, draft: Draft, side: Side): StepNote[] {
  const claim = view.facts?.claim ?? null;
  if (claim?.side !== side || draft.versions[side] !== null) return [];
  const step = claimedStep(view, view[side].steps);
  if (step === null) return [];
  return [
    {
      step,
      content: (
        <Claim
          words="The reflection says that this is the first wrong step"
          explanation={claim.explanation}
        />
      ),
    },
  ];
}

/** A claim that names no step of the chain, or whose chain is shown as an edited version. */
function LooseClaim({ view, draft }: Pick<ItemSidesProps, "view" | "draft">) {
  const claim = view.facts?.claim ?? null;
  if (claim === null) return null;
  const step = claimedStep(view, view[claim.side].steps);
  if (step !== null && draft.versions[claim.side] === null) return null;
  const words =
    step === null
      ? "The reflection names no step of the wrong chain"
      : `The reflection says that step ${step + 1} of the original is the first wrong one`;
  return <Claim words={words} explanation={claim.explanation} />;
}

function Claim({ words, explanation }: { readonly words: string; readonly explanation: string | null }) {
  return (
    <div className="mt-1.5 border-l-2 border-rejected bg-rejected-wash px-3 py-1.5 text-ink">
      <p className="text-xs font-medium text-rejected">{words}</p>
      {explanation === null || explanation.trim() === "" ? null : (
        <MathText text={explanation} limit={1_200} />
      )}
    </div>
  );
}
