/** What the page of the team's figures receives: types only. */
import type { Estimate, Table } from "@/server/statistics";
import type { Bucket } from "@/server/sphere/types";
import type { Family, MachineRule } from "./ledger";

/** So many of so many, with Wilson's interval. */
export interface Share {
  readonly hits: number;
  readonly total: number;
  readonly estimate: Estimate;
}

/** What the figures are made of. */
export interface Counts {
  /** Decisions that stand. */
  readonly standing: number;
  /** Of these: made one at a time, with an answer; all figures but this list are of them. */
  readonly readings: number;
  readonly bulk: number;
  readonly skipped: number;
  readonly adjudicated: number;
  readonly people: number;
  readonly items: number;
}

export interface Agreement {
  /** Null: all together. */
  readonly group: Family | null;
  /** Items with the decisions of two people or more. */
  readonly items: number;
  readonly observed: Estimate;
  readonly alpha: Estimate;
  /** Over the items with the commonest number of people, `raters`. */
  readonly fleiss: { readonly estimate: Estimate; readonly raters: number; readonly items: number };
}

export interface Confusion {
  /** Null: the viewer, against all others together. */
  readonly between: { readonly first: string; readonly second: string } | null;
  /** Rows: the first (the viewer); columns: the second (the others); in the order of `ANSWERS`. */
  readonly table: Table;
  readonly same: Share;
  readonly kappa: Estimate;
}

/** Of one person, or of all. */
export interface PersonFigures {
  readonly readings: number;
  readonly bulk: number;
  readonly skipped: number;
  readonly adjudicated: number;
  readonly accepted: Share;
  /** Picks of the left side among picks of a side where the order was hidden. */
  readonly left: Share;
  /** Two-sided p-value that there is no preference for a side. */
  readonly leftP: number | null;
  /** Picks of the longer side among picks of a side where one is longer. */
  readonly longer: Share;
  /** On the same items: how often the side that the machine chose is the longer. */
  readonly machineLonger: Share;
  /** Decisions that equal the known one, on gold items. */
  readonly gold: Share;
  readonly seconds: { readonly median: number; readonly p90: number; readonly decisions: number } | null;
}

export interface PersonRow extends PersonFigures {
  /** Null: the viewer. */
  readonly name: string | null;
}

/** Acceptance of one group of items: by all (an item counts once), and by the viewer. */
export interface Acceptance<Key> {
  readonly key: Key;
  readonly whole: Share;
  readonly mine: Share;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  /** Mean of what is binned. */
  readonly mean: number;
  readonly accepted: Share;
}

export interface TeamFigures {
  readonly counts: Counts;
  readonly agreement: readonly Agreement[];
  readonly confusions: { readonly shown: readonly Confusion[]; readonly total: number };
  readonly whole: PersonFigures;
  /** Everybody for an administrator; else the viewer alone, or nobody. */
  readonly people: readonly PersonRow[];
  readonly acceptance: {
    readonly stages: readonly Acceptance<Family>[];
    readonly buckets: readonly Acceptance<Bucket | null>[];
    readonly rules: readonly Acceptance<MachineRule>[];
  };
  readonly calibration: {
    readonly doubt: readonly CalibrationBin[];
    readonly margin: readonly CalibrationBin[];
  };
  readonly reasons: readonly {
    readonly code: string;
    readonly label: string;
    readonly whole: number;
    readonly mine: number;
  }[];
}

export interface TeamDay {
  /** `2026-11-24`, in the viewer's time zone. */
  readonly day: string;
  readonly readings: number;
  readonly bulk: number;
  readonly mine: number;
}
