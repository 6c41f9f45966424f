import type { ItemView } from "@/server/review/item-view.schema";
import type { Side } from "@/server/review/review.schema";
import { NOTHING_MARKED, type FirstWrong } from "./mark-step";

/** What a person has put together for one item and not decided on yet. */
export interface Draft {
  readonly firstWrong: FirstWrong;
  readonly reasons: readonly string[];
  readonly note: string;
  /** Which version of each chain is shown and decided on; null: the original. */
  readonly versions: Readonly<Record<Side, string | null>>;
}

/** Where an item begins: empty, or what the person decided before. */
export function draftOf({ mine }: Pick<ItemView, "mine">): Draft {
  if (mine === null) {
    return { firstWrong: NOTHING_MARKED, reasons: [], note: "", versions: { left: null, right: null } };
  }
  const { firstWrong, reasons, note, versions } = mine;
  return { firstWrong, reasons, note, versions };
}

export function toggleReason(draft: Draft, code: string): Draft {
  const reasons = draft.reasons.includes(code)
    ? draft.reasons.filter((each) => each !== code)
    : [...draft.reasons, code];
  return { ...draft, reasons };
}
