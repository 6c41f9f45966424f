import type { View } from "./fold";
import type { Layout } from "./layout";
import type { Moment } from "./replay";
import { endOf, valueOf, type EndKind, type Place, type Tree } from "./tree";

/** Everything that decides how a tree looks at one time; drawing adds nothing of its own. */
export interface Scene {
  readonly tree: Tree;
  readonly view: View;
  readonly layout: Layout;
  readonly moment: Moment;
  readonly selected: Place | null;
  /** The nodes of the lit path. */
  readonly lit: ReadonlySet<Place>;
  /** What a filter keeps; null: everything. */
  readonly undimmed: ReadonlySet<Place> | null;
  readonly matches: ReadonlySet<Place>;
  /** The first wrong steps of chains. */
  readonly firstWrong: ReadonlySet<Place>;
  /** What the current step of a replay added or counted. */
  readonly fresh: ReadonlySet<Place>;
}

export type Kept = "best" | "worst" | null;

export interface NodeLook {
  readonly value: number | null;
  readonly visits: number;
  readonly wins: number;
  readonly end: EndKind | null;
  readonly pruned: boolean;
  readonly exists: boolean;
  readonly dim: boolean;
  readonly lit: boolean;
  readonly kept: Kept;
}

/** How one node looks in a scene. */
export function lookOf({ tree, moment, lit, undimmed }: Scene, place: Place): NodeLook {
  const visits = moment.visits[place] ?? 0;
  const wins = moment.wins[place] ?? 0;
  return {
    value: valueOf({ visits, wins }),
    visits,
    wins,
    end: endOf(tree, place),
    pruned: (tree.columns.pruned[place] ?? null) !== null,
    exists: moment.exists[place] === true,
    dim: undimmed !== null && !undimmed.has(place),
    lit: lit.has(place),
    kept: moment.best.has(place) ? "best" : moment.worst.has(place) ? "worst" : null,
  };
}

/** What is not there yet in a replay, and what a filter leaves out. */
const GHOST = 0.12;
const DIM = 0.3;

export const opacityOf = ({ exists, dim }: Pick<NodeLook, "exists" | "dim">): number =>
  !exists ? GHOST : dim ? DIM : 1;

const THINNEST = 1;
const THICKEST = 9;

/** Width of a line in world units: by the root of the share of visits, so that a tenth of them is a third as wide. */
export function lineWidth(visits: number, most: number): number {
  return most <= 0 ? THINNEST : THINNEST + (THICKEST - THINNEST) * Math.sqrt(Math.min(1, visits / most));
}

/** Steps of the colour scale; a value falls on the nearest. */
export const VALUE_STEPS = 11;

export function valueStep(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * (VALUE_STEPS - 1));
}
