import type { GrowthMove } from "@/server/runs/tree-columns";
import { pathTo, type Place, type Tree } from "./tree";

/** A tree as it stood after some steps of its growth. */
export interface Moment {
  readonly exists: readonly boolean[];
  readonly visits: readonly number[];
  readonly wins: readonly number[];
  /** Nodes kept for the best and the worst path so far. */
  readonly best: ReadonlySet<Place>;
  readonly worst: ReadonlySet<Place>;
}

/**
 * The steps in which a tree grew. Where the run kept no log, one step a chain in the order of the chains: it adds
 * the steps that were not there yet and counts the rollouts that ended with it.
 */
export function growthOf(tree: Tree): readonly GrowthMove[] {
  return tree.columns.growth ?? growthByChains(tree);
}

function growthByChains(tree: Tree): GrowthMove[] {
  const { columns } = tree;
  const seen = new Set([tree.root]);
  const ends = tree.order
    .filter((place) => (columns.chain[place] ?? -1) >= 0 || endedHere(tree, place).visits > 0)
    .toSorted((a, b) => chainRank(tree, a) - chainRank(tree, b));
  return ends.map((end) => {
    const { visits, wins } = endedHere(tree, end);
    const added = pathTo(tree, end).filter((place) => !seen.has(place));
    for (const place of added) seen.add(place);
    return {
      stage: "self-generation",
      kind: "rollouts",
      from: tree.parent[added[0] ?? end] ?? tree.root,
      added,
      right: repeat(end, wins),
      wrong: repeat(end, visits - wins),
      best: -1,
      worst: -1,
    };
  });
}

const repeat = (place: Place, times: number): Place[] =>
  Array.from({ length: Math.max(0, times) }, () => place);

function chainRank({ columns }: Tree, place: Place): number {
  const chain = columns.chain[place] ?? -1;
  return chain < 0 ? Infinity : chain;
}

/** Rollouts that ended at a node: those through it less those through its children. */
function endedHere({ columns, children }: Tree, place: Place): { visits: number; wins: number } {
  let [visits, wins] = [columns.visits[place] ?? 0, columns.wins[place] ?? 0];
  for (const child of children[place] ?? []) {
    visits -= columns.visits[child] ?? 0;
    wins -= columns.wins[child] ?? 0;
  }
  return { visits: Math.max(0, visits), wins: Math.min(Math.max(0, wins), Math.max(0, visits)) };
}

/**
 * The tree after the first `steps` steps: a node is there once it or one below it was added or counted, and with
 * the last step at the latest; every counted rollout goes to each node from the root to its end.
 */
export function momentAfter(tree: Tree, growth: readonly GrowthMove[], steps: number): Moment {
  const exists = Array.from({ length: tree.size }, () => steps >= growth.length);
  const visits = Array.from({ length: tree.size }, () => 0);
  const wins = Array.from({ length: tree.size }, () => 0);
  const best = new Set<Place>();
  const worst = new Set<Place>();
  const grow = (place: Place): void => {
    for (let at = place; at >= 0 && exists[at] !== true; at = tree.parent[at] ?? -1) exists[at] = true;
  };
  const count = (end: Place, right: 0 | 1): void => {
    for (let at = end; at >= 0; at = tree.parent[at] ?? -1) {
      exists[at] = true;
      visits[at] = (visits[at] ?? 0) + 1;
      wins[at] = (wins[at] ?? 0) + right;
    }
  };
  grow(tree.root);
  for (const move of growth.slice(0, steps)) {
    for (const place of move.added) grow(place);
    for (const end of move.right) count(end, 1);
    for (const end of move.wrong) count(end, 0);
    if (move.best >= 0) best.add(move.best);
    if (move.worst >= 0) worst.add(move.worst);
  }
  return { exists, visits, wins, best, worst };
}

/** The tree as it is stored: what a page shows outside a replay. */
export function storedMoment(tree: Tree): Moment {
  const kept = (side: "best" | "worst"): Set<Place> =>
    new Set((tree.columns.growth ?? []).map((move) => move[side]).filter((place) => place >= 0));
  return {
    exists: tree.columns.id.map(() => true),
    visits: tree.columns.visits,
    wins: tree.columns.wins,
    best: kept("best"),
    worst: kept("worst"),
  };
}
