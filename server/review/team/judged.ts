import type { Verdict } from "../review.schema";
import { isReading, type ItemFacts, type Unit } from "./ledger";

/** An item in a campaign, and what people say of it. */
export interface Judged {
  readonly item: ItemFacts;
  /** The adjudication where there is one, else what all said; `conflict` where they did not say the same. */
  readonly verdict: Verdict | "conflict";
}

/** The units that somebody read or adjudicated. */
export function judgedOf(units: readonly Unit[]): Judged[] {
  const judged: Judged[] = [];
  for (const { item, votes } of units) {
    const verdict = verdictOf(votes);
    if (verdict !== null) judged.push({ item, verdict });
  }
  return judged;
}

function verdictOf(votes: Unit["votes"]): Judged["verdict"] | null {
  let said: Judged["verdict"] | null = null;
  for (const vote of votes) {
    if (vote.adjudication) return vote.verdict;
    if (!isReading(vote)) continue;
    said = said === null || said === vote.verdict ? vote.verdict : "conflict";
  }
  return said;
}
