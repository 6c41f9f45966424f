import type { Choice, Verdict } from "../review.schema";

/** A number as the history writes it. */
export function countOf(items: number): string {
  return `${items.toLocaleString("en-GB")} ${items === 1 ? "item" : "items"}`;
}

const DONE: Readonly<Record<Choice, string>> = {
  accept: "Accepted",
  reject: "Rejected",
  swap: "Swapped",
  tie: "Called a tie:",
  skip: "Skipped",
  left: "Left is better:",
  right: "Right is better:",
};

/** One line of the history. Where the order was hidden it says no more than the person knew. */
export function decisionWords(choice: Choice, number: number, adjudicates: boolean): string {
  return `${adjudicates ? "Settled: " : ""}${DONE[choice]} item ${number}`;
}

export function bulkWords(verdict: Verdict, items: number, campaign: string): string {
  return `${DONE[verdict]} ${countOf(items)} of "${campaign}" at once`;
}
