import type { DecisionView, ItemFacts, ItemView, SuggestionView } from "@/server/review/item-view.schema";
import type { Choice, Side } from "@/server/review/review.schema";

/** A choice in words, as "accept on item 12" has it. */
export const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  accept: "accept",
  reject: "reject",
  swap: "swap",
  tie: "tie",
  skip: "skip",
  left: "left is better",
  right: "right is better",
};

/** Whether the order of the sides is hidden from whoever looks, so that they choose a side. */
export function choosesSides(view: Pick<ItemView, "campaign">): boolean {
  return view.campaign?.blind === true;
}

/** The choice that a decision was, as its buttons show it. */
export function choiceOf(
  decision: Pick<DecisionView, "verdict">,
  view: Pick<ItemView, "campaign" | "facts">,
): Choice {
  const { verdict } = decision;
  if (!choosesSides(view) || view.facts === null) return verdict;
  if (verdict === "accept") return view.facts.chosenSide;
  return verdict === "swap" ? otherSide(view.facts.chosenSide) : verdict;
}

/** The choice that a model's suggestion comes to. */
export function suggestedChoice({ side }: SuggestionView, facts: Pick<ItemFacts, "chosenSide">): Choice {
  return side === facts.chosenSide ? "accept" : "swap";
}

export function otherSide(side: Side): Side {
  return side === "left" ? "right" : "left";
}
