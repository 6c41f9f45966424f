"use client";

import { formatPercent } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import type { ItemFacts, SuggestionView } from "@/server/review/item-view.schema";
import { suggestedChoice } from "./choices";
import type { KeyChoices } from "./keys/bindings";
import { KeyedButton } from "./keyed-button";

interface SuggestionLineProps {
  readonly suggestion: SuggestionView;
  readonly facts: Pick<ItemFacts, "chosenSide">;
  readonly choices: KeyChoices;
  /** Null: the person may not decide. */
  readonly onTake: (() => void) | null;
}

/** A model's opinion, said to be one. Taking it is the person's own act. */
export function SuggestionLine({ suggestion, facts, choices, onTake }: SuggestionLineProps) {
  const { modelName, side, score } = suggestion;
  const verb = suggestedChoice(suggestion, facts);
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-l-2 border-rule-strong pl-3 text-ink-soft">
      <span className="min-w-0 wrap-anywhere">
        Suggestion: <SafeText text={modelName} /> prefers the {side} one, {formatPercent(score)} sure. A model
        may be wrong.
      </span>
      {onTake === null ? null : (
        <KeyedButton action="suggestion" choices={choices} size="sm" onClick={onTake}>
          Take it: {verb}
        </KeyedButton>
      )}
    </p>
  );
}
