import { StatusMark, type Tone } from "@/components/ui/status-mark";
import type { ItemState, Outcome } from "@/server/review/review.schema";
import { OUTCOME_WORDS, STATE_WORDS } from "../words";

const outcomeTones: Record<Outcome, Tone> = {
  undecided: "neutral",
  accept: "good",
  reject: "bad",
  swap: "warning",
  tie: "neutral",
  conflict: "warning",
};

/** What all decisions on an item say together. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  if (outcome === "tie") {
    return (
      <StatusMark tone="neutral" shape="dot">
        {OUTCOME_WORDS.tie}
      </StatusMark>
    );
  }
  return <StatusMark tone={outcomeTones[outcome]}>{OUTCOME_WORDS[outcome]}</StatusMark>;
}

const stateTones: Record<ItemState, Tone> = {
  open: "neutral",
  agreed: "good",
  conflict: "warning",
  settled: "good",
};

/** How far an item is within a campaign. */
export function StateMark({ state }: { readonly state: ItemState }) {
  return <StatusMark tone={stateTones[state]}>{STATE_WORDS[state]}</StatusMark>;
}
