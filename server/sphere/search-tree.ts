import type { SphereIo } from "./io";
import { jaccard, words } from "./similarity";
import { stepKey } from "./step-key";
import { isRight } from "./terminal";
import type { Chain, TreeNode } from "./types";

const NEAR_DUPLICATE = 0.9;

interface GrowingNode extends Record<"visits" | "wins", number> {
  readonly id: string;
  readonly parent: GrowingNode | null;
  readonly depth: number;
  readonly step: string;
  readonly key: string;
  readonly children: GrowingNode[];
  ending: Pick<Chain, "id" | "terminal" | "verdict"> | null;
}

/**
 * The prefixes of a problem's chains with the policy's rollouts counted on each (W, N). Sibling steps with
 * equal keys, or nearly the same words and exactly the same numbers and signs, are one node (method: merging).
 * Built from chains in a fixed order, so the same chains give the same tree whatever order they arrived in.
 */
export class SearchTree {
  readonly #io: SphereIo;
  readonly #nodes: GrowingNode[] = [];
  readonly #root: GrowingNode;

  constructor(io: SphereIo, nodes: readonly TreeNode[] = []) {
    this.#io = io;
    this.#root = this.#grow(null, "");
    const byId = new Map([[this.#root.id, this.#root]]);
    for (const stored of nodes) {
      const parent = stored.parentId === null ? null : byId.get(stored.parentId);
      if (parent === undefined) throw new Error(`The tree lacks the parent of node ${stored.id}.`);
      const node = parent === null ? this.#root : this.#grow(parent, stored.step);
      node.visits = stored.visits;
      node.wins = stored.wins;
      const { chainId, terminal, verdict } = stored;
      if (chainId !== null && terminal !== null && verdict !== null)
        node.ending = { id: chainId, terminal, verdict };
      byId.set(stored.id, node);
    }
  }

  /** Adds a chain's nodes; a rollout of the policy also counts on each of them, root included. */
  add(chain: Chain, options: { readonly counts: boolean }): void {
    const path = [this.#root];
    for (const step of chain.steps) {
      const parent = path.at(-1) ?? this.#root;
      path.push(this.#child(parent, step) ?? this.#grow(parent, step));
    }
    const last = path.at(-1) ?? this.#root;
    if (last !== this.#root) last.ending ??= chain;
    if (!options.counts) return;
    for (const node of path) {
      node.visits += 1;
      node.wins += isRight(chain) ? 1 : 0;
    }
  }

  /** Rollouts and successes through the prefix; null where no chain of the tree goes. */
  counts(steps: readonly string[]): { readonly visits: number; readonly wins: number } | null {
    let node: GrowingNode | undefined = this.#root;
    for (const step of steps) {
      node = this.#child(node, step);
      if (node === undefined) return null;
    }
    return node;
  }

  /**
   * Mean value of a chain's steps, in [0, 1]. A step that no rollout went through is worth what the chain came
   * to.
   */
  pathValue(chain: Chain): number {
    const outcome = isRight(chain) ? 1 : 0;
    let node: GrowingNode | undefined = this.#root;
    let sum = 0;
    for (const step of chain.steps) {
      node = node && this.#child(node, step);
      sum += node === undefined || node.visits === 0 ? outcome : node.wins / node.visits;
    }
    return chain.steps.length === 0 ? outcome : sum / chain.steps.length;
  }

  /** Every node, parents before children. */
  snapshot(): TreeNode[] {
    return this.#nodes.map(({ id, parent, depth, step, visits, wins, ending }) => ({
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
      score: null,
      reward: null,
      pruned: null,
      sample: null,
    }));
  }

  #child(parent: GrowingNode, step: string): GrowingNode | undefined {
    const key = stepKey(step);
    return (
      parent.children.find((child) => child.key === key) ??
      parent.children.find((child) => nearlyEqual(child.key, key))
    );
  }

  #grow(parent: GrowingNode | null, step: string): GrowingNode {
    const key = stepKey(step);
    const node: GrowingNode = {
      id: this.#io.id("node", [parent?.id ?? "", key]),
      parent,
      depth: parent === null ? 0 : parent.depth + 1,
      step,
      key,
      children: [],
      visits: 0,
      wins: 0,
      ending: null,
    };
    parent?.children.push(node);
    this.#nodes.push(node);
    return node;
  }
}

/** Words alone would join "3 + 4 = 7" and "3 + 4 = 8" in a long step: the very difference that is looked for. */
function nearlyEqual(a: string, b: string): boolean {
  return figures(a) === figures(b) && jaccard(a, b) > NEAR_DUPLICATE;
}

function figures(text: string): string {
  return words(text)
    .filter((word) => !/^\p{L}{2,}$/u.test(word))
    .join(" ");
}
