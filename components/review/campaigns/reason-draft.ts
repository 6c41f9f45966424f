import type { ReasonView } from "@/server/review/queue-view.schema";

/** A reason as it is edited; a new one gets its code from its words. */
export interface ReasonDraft {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly help: string;
  readonly active: boolean;
  readonly used: boolean;
  /** Not saved yet: its code still follows its words. */
  readonly isNew: boolean;
}

export function draftsOf(reasons: readonly ReasonView[]): ReasonDraft[] {
  return reasons.map((reason) => ({ ...reason, key: reason.code, isNew: false }));
}

/** Lower-case letters, digits and hyphens of a label; empty where it has no letter. */
export function codeOf(label: string): string {
  return label
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
    .slice(0, 39)
    .replace(/-+$/, "");
}

/** The list with one reason a place further up (`by` -1) or down (1). */
export function moved(drafts: readonly ReasonDraft[], key: string, by: -1 | 1): ReasonDraft[] {
  const from = drafts.findIndex((draft) => draft.key === key);
  const draft = drafts[from];
  const to = from + by;
  if (draft === undefined || to < 0 || to >= drafts.length) return [...drafts];
  return drafts.toSpliced(from, 1).toSpliced(to, 0, draft);
}

/** What the server takes. */
export function toSave(drafts: readonly ReasonDraft[]) {
  return drafts.map(({ code, label, help, active }) => ({ code, label, help, active }));
}
