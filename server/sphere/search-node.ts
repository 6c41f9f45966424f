import type { SampleRef } from "./io";
import { jaccard, words } from "./similarity";
import type { Chain, PruneReason, TreeNode } from "./types";

const NEAR_DUPLICATE = 0.9;

/** A node of a tree that still grows: read by searches, written by `SearchTree` alone. */
export interface SearchNode {
  readonly id: string;
  readonly parent: SearchNode | null;
  readonly depth: number;
  readonly step: string;
  /** What makes a sibling the same node; see `stepKey`. */
  readonly key: string;
  readonly children: readonly SearchNode[];
  readonly visits: number;
  readonly wins: number;
  readonly ending: Pick<Chain, "id" | "terminal" | "verdict"> | null;
  readonly score: number | null;
  readonly reward: number | null;
  readonly pruned: PruneReason | null;
  readonly sample: SampleRef | null;
}

export type GrowingNode = {
  -readonly [Key in Exclude<keyof SearchNode, "parent" | "children">]: SearchNode[Key];
} & { readonly parent: GrowingNode | null; readonly children: GrowingNode[] };

export function newNode(made: Pick<GrowingNode, "id" | "parent" | "step" | "key" | "sample">): GrowingNode {
  return {
    ...made,
    depth: made.parent === null ? 0 : made.parent.depth + 1,
    children: [],
    visits: 0,
    wins: 0,
    ending: null,
    score: null,
    reward: null,
    pruned: null,
  };
}

export function snapshotOf(node: SearchNode): TreeNode {
  const { id, parent, depth, step, visits, wins, ending, score, reward, pruned, sample } = node;
  return {
    id,
    parentId: parent?.id ?? null,
    depth,
    step,
    visits,
    wins,
    value: visits === 0 ? null : wins / visits,
    terminal: ending?.terminal ?? null,
    verdict: ending?.verdict ?? null,
    chainId: ending?.id ?? null,
    score,
    reward,
    pruned,
    sample,
  };
}

/**
 * Whether two step keys share more than 0.9 of their words and all their numbers and signs, in order. Words alone
 * would join "3 + 4 = 7" and "3 + 4 = 8" in a long step: the very difference that is looked for.
 */
export function isNearDuplicate(a: string, b: string): boolean {
  return figures(a) === figures(b) && jaccard(a, b) > NEAR_DUPLICATE;
}

function figures(text: string): string {
  return words(text)
    .filter((word) => !/^\p{L}{2,}$/u.test(word))
    .join(" ");
}
