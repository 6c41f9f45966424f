/** What the item page and the lists receive: types only, so that server and browser share one vocabulary. */
import type { Verdict as GradeVerdict } from "@/server/math";
import type { ChatMessage, Stage } from "@/server/sphere/io";
import type { Bucket, PairLevel, ValueKind } from "@/server/sphere/types";
import type { ActKind, ItemKind, ItemState, Outcome, Side, Verdict } from "./review.schema";

export interface ItemProblem {
  readonly id: string;
  readonly setId: string;
  readonly externalId: string;
  readonly statement: string;
  readonly answer: string;
  readonly level: string | null;
  readonly subject: string | null;
  /** People who hold that the reference answer is wrong; names only where the viewer may see them. */
  readonly flags: readonly { readonly by: string | null; readonly mine: boolean; readonly note: string }[];
}

/** One chain as it is shown; what the grader and the search say of it is apart, since blind mode hides it. */
export interface ItemSide {
  /** Steps after those that both sides were given. */
  readonly steps: readonly string[];
  /** The text byte by byte, after what both were given. */
  readonly raw: string;
}

/** What the machine says of one side. */
export interface SideFacts {
  readonly chainId: string;
  readonly verdict: GradeVerdict;
  readonly extracted: string | null;
  /** Rule of the grader, for `describeRule`. */
  readonly rule: string;
  /** From 0 over the whole chain, as the search found it. */
  readonly firstWrongStep: number | null;
  /** Mean chance to end right, 0 to 1; null where the item has none. */
  readonly value: number | null;
  readonly callId: string;
}

/** Everything that blind mode hides until the decision. */
export interface ItemFacts {
  readonly chosenSide: Side;
  readonly left: SideFacts;
  readonly right: SideFacts;
  readonly runId: string;
  readonly runName: string;
  readonly stage: Stage;
  readonly pairLevel: PairLevel | null;
  readonly bucket: Bucket | null;
  readonly margin: number | null;
  readonly rollouts: number | null;
  readonly valuedBy: ValueKind | null;
  readonly similarity: number | null;
  readonly doubt: number;
  readonly pairId: string | null;
  readonly correctionId: string | null;
  /** For corrections: the rule that refused it, null where the method took it. */
  readonly refusedBy: string | null;
  /** What the reflection claims about the wrong chain. */
  readonly claim: {
    readonly side: Side;
    /** From 0 over the whole chain. */
    readonly step: number | null;
    readonly explanation: string | null;
  } | null;
}

export interface DecisionView {
  readonly decisionSeq: number;
  readonly actSeq: number;
  readonly verdict: Verdict;
  readonly firstWrong: { readonly left: number | null; readonly right: number | null };
  readonly reasons: readonly string[];
  readonly note: string;
  readonly versions: { readonly left: string | null; readonly right: string | null };
  readonly adjudication: boolean;
  /** Null where the viewer may not see names. */
  readonly by: string | null;
  readonly at: number;
}

export interface VersionView {
  readonly id: string;
  readonly side: Side;
  readonly steps: readonly string[];
  readonly text: string;
  /** What the grader says of it, and by which rule; null while blind mode hides it. */
  readonly verdict: GradeVerdict | null;
  readonly extracted: string | null;
  readonly rule: string | null;
  readonly by: string | null;
  readonly mine: boolean;
  readonly at: number;
}

export interface SuggestionView {
  readonly modelName: string;
  /** Which side the model prefers. */
  readonly side: Side;
  /** Probability of that preference, 0.5 to 1. */
  readonly score: number;
}

export interface LeaseView {
  readonly id: string;
  readonly expiresAt: number;
}

export interface ItemView {
  readonly number: number;
  readonly kind: ItemKind;
  /** `blind`: the order is hidden now, or the campaign hides it from whoever has not decided. */
  readonly campaign: { readonly id: string; readonly name: string; readonly blind: boolean } | null;
  readonly problem: ItemProblem;
  /** What was asked, where it is not the plain problem. */
  readonly prompt: readonly ChatMessage[] | null;
  /** Steps that both sides were given. */
  readonly shared: readonly string[];
  readonly left: ItemSide;
  readonly right: ItemSide;
  /** Null while blind mode hides it. */
  readonly facts: ItemFacts | null;
  /** Null in blind mode, or where no model was asked. */
  readonly suggestion: SuggestionView | null;
  /** The viewer's own decision that stands. */
  readonly mine: DecisionView | null;
  /** Decisions of others: for whoever adjudicates, else empty. */
  readonly others: readonly DecisionView[];
  readonly versions: readonly VersionView[];
  readonly state: ItemState | null;
  readonly outcome: Outcome;
  readonly guidelinesVersion: number;
  /** Held by the viewer; null: somebody else has it, or it was opened only to read. */
  readonly lease: LeaseView | null;
  /** Whether the viewer may decide now, else why not, in plain words. */
  readonly hindrance: string | null;
  /** Whether there is a conflict that the viewer may settle for all. */
  readonly maySettle: boolean;
  /** Set by an administrator or runner, and told to nobody else. */
  readonly gold: Verdict | null;
}

export interface ItemRow {
  readonly number: number;
  readonly kind: ItemKind;
  readonly stage: Stage;
  readonly runId: string;
  readonly runName: string;
  readonly problemId: string;
  readonly statement: string;
  readonly bucket: Bucket | null;
  readonly level: string | null;
  readonly subject: string | null;
  readonly margin: number | null;
  readonly length: number;
  readonly doubt: number;
  readonly machineAccepted: boolean | null;
  readonly outcome: Outcome;
  readonly decisionCount: number;
  /** Within the campaign asked for. */
  readonly state: ItemState | null;
  readonly flagged: boolean;
}

export interface ActView {
  readonly seq: number;
  readonly id: string;
  readonly kind: ActKind;
  readonly summary: string;
  readonly campaignId: string | null;
  readonly number: number | null;
  readonly itemCount: number;
  readonly at: number;
  readonly by: string | null;
  readonly mine: boolean;
  /** Whether an undo took it back. */
  readonly undone: boolean;
}

/** What became of an act; the same act sent again gives the same. */
export interface ActResult {
  readonly seq: number;
  readonly id: string;
  readonly kind: ActKind;
  readonly summary: string;
  readonly campaignId: string | null;
  readonly number: number | null;
  readonly itemCount: number;
  /** The act that an undo or redo was about. */
  readonly target: number | null;
  readonly at: number;
}

export interface EditResult extends ActResult {
  /** Null where the edit was taken back since. */
  readonly version: VersionView | null;
}

export interface HistoryPage {
  readonly acts: readonly ActView[];
  /** `beforeSeq` of the next page; null at the end. */
  readonly next: number | null;
}

/** What a bulk act would do: each item that the filter finds is counted once. */
export interface BulkPreview {
  readonly found: number;
  /** Items that would change: what `expected` has to say. */
  readonly change: number;
  /** Left out: the person's own decision says the same already. */
  readonly same: number;
  /** Left out: somebody else has them open now. */
  readonly leased: number;
  /** Left out: enough people have decided, or the conflict is settled. */
  readonly full: number;
}

/** Flags of one problem. */
export interface ProblemFlags {
  readonly problemId: string;
  readonly flags: ItemProblem["flags"];
}

/** What Ctrl Z and Ctrl Shift Z would do now. */
export interface UndoState {
  readonly undo: ActView | null;
  readonly redo: ActView | null;
}
