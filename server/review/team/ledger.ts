/**
 * `server/review/team` owns what the team learns from its decisions: agreement, bias, gold, pace, acceptance.
 * It reads review's rows and writes nothing.
 *
 * The figures come from a *ledger*: the decisions that stand, kept in the memory of the process and brought up to date
 * from the append-only log of acts at each look. Reading all of 300,000 decisions by SQL for every look would hold the
 * process, and with it everybody who decides, for a second (measured: each joined GROUP BY 0.4 to 1 s).
 */
import type { ItemKind, Side, Verdict } from "../review.schema";
import type { Stage } from "@/server/sphere/io";
import type { Bucket, PairLevel, ValueKind } from "@/server/sphere/types";
import { ANSWERS } from "./team.schema";

/** By which rule the machine made an item. */
export type MachineRule =
  | { readonly kind: "pair"; readonly level: PairLevel | null; readonly valuedBy: ValueKind | null }
  | { readonly kind: "correction"; readonly refusedBy: string | null };

export interface Family {
  readonly kind: ItemKind;
  readonly stage: Stage;
}

/** What figures need of an item. */
export interface ItemFacts {
  readonly number: number;
  readonly kind: ItemKind;
  readonly stage: Stage;
  /** Kind and stage: one object for all items that share them, so that it can be a key; `rule` too. */
  readonly family: Family;
  readonly bucket: Bucket | null;
  readonly margin: number | null;
  readonly doubt: number;
  /** Which chain has more characters; null where they have as many, or it is not known. */
  readonly longer: "chosen" | "rejected" | null;
  readonly rule: MachineRule;
}

/** A decision that stands. */
export interface Vote {
  readonly userId: string;
  readonly verdict: Verdict;
  readonly adjudication: boolean;
  /** Where order and origin were hidden: the side on which the chosen chain stood. */
  readonly blindSide: Side | null;
  /** Milliseconds with the item in view; null for bulk acts. */
  readonly durationMs: number | null;
  readonly reasons: readonly string[];
  readonly at: number;
}

/** An item in a campaign, with all decisions that stand on it. */
export interface Unit {
  readonly campaignId: string;
  readonly item: ItemFacts;
  readonly votes: readonly Vote[];
}

/** Units by item number. */
export type Ledger = ReadonlyMap<number, readonly Unit[]>;

/** A vote that counts as a reading: one person, one item at a time, for themselves, with an answer. */
export function isReading(vote: Vote): boolean {
  return vote.durationMs !== null && !vote.adjudication && vote.verdict !== "skip";
}

/** Place of a reading's answer in `ANSWERS`. */
export function placeOf({ verdict }: Vote): number {
  return places.get(verdict) ?? -1;
}

const places = new Map<Verdict, number>(ANSWERS.map((answer, place) => [answer, place]));
