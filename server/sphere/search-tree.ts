import { GrowthLog } from "./growth-log";
import type { SampleRef, SphereIo } from "./io";
import { type GrowingNode, isNearDuplicate, newNode, type SearchNode, snapshotOf } from "./search-node";
import { stepKey } from "./step-key";
import { isRight } from "./terminal";
import type { Chain, GrowthKind, GrowthStep, PruneReason, TreeNode } from "./types";

/**
 * The prefixes of a problem's chains with the policy's rollouts counted on each (W, N). Sibling steps with
 * equal keys, or nearly the same words and exactly the same numbers and signs, are one node (method: merging).
 * Built in a fixed order, so the same chains give the same tree whatever order they arrived in.
 *
 * A stage says what it is about to do with `startStep`; what the tree then gains is that step of its growth.
 */
export class SearchTree {
  readonly #io: SphereIo;
  readonly #nodes = new Map<string, GrowingNode>();
  readonly #root: GrowingNode;
  readonly #keys = new Map<string, string>();
  readonly #log = new GrowthLog();

  /** @param nodes a snapshot that an earlier stage left, parents before children; it is not part of the growth */
  constructor(io: SphereIo, nodes: readonly TreeNode[] = []) {
    this.#io = io;
    this.#root = this.#grow(null, "", null);
    const byId = new Map([[this.#root.id, this.#root]]);
    for (const stored of nodes) {
      const parent = stored.parentId === null ? null : byId.get(stored.parentId);
      if (parent === undefined) throw new Error(`The tree lacks the parent of node ${stored.id}.`);
      const node = parent === null ? this.#root : this.#grow(parent, stored.step, stored.sample);
      const { visits, wins, score, reward, pruned, chainId, terminal, verdict } = stored;
      const known = chainId !== null && terminal !== null && verdict !== null;
      const ending = known ? { id: chainId, terminal, verdict } : null;
      Object.assign(node, { visits, wins, score, reward, pruned, ending });
      byId.set(stored.id, node);
    }
  }

  get root(): SearchNode {
    return this.#root;
  }

  /** Opens a step of the tree's growth: everything until the next call belongs to it. */
  startStep(kind: GrowthKind, fromSteps: readonly string[] = []): void {
    this.#log.start(kind, (this.find(fromSteps) ?? this.#root).id);
  }

  /** What was done since this tree was made or restored. */
  growth(): GrowthStep[] {
    return this.#log.steps();
  }

  /** Adds a chain's nodes; a rollout of the policy also counts on each of them, root included. */
  add(chain: Chain, options: { readonly counts: boolean }): void {
    const path = [this.#root];
    for (const step of chain.steps) {
      const parent = path.at(-1) ?? this.#root;
      path.push(this.#child(parent, step) ?? this.#grow(parent, step, chain.sample));
    }
    const last = path.at(-1) ?? this.#root;
    if (last !== this.#root) last.ending ??= chain;
    if (!options.counts) return;
    for (const node of path) {
      node.visits += 1;
      node.wins += isRight(chain) ? 1 : 0;
    }
    this.#log.count(last.id, isRight(chain));
  }

  /** Adds one candidate step below a node, or gives the child that has the same key. */
  addStep(below: SearchNode, step: string, sample: SampleRef): SearchNode {
    const parent = this.#own(below);
    const key = this.#key(step);
    return parent.children.find((one) => one.key === key) ?? this.#grow(parent, step, sample);
  }

  /** Notes what a scorer gave for a step, and the reward by which its siblings were ranked. */
  setScore(node: SearchNode, { score, reward }: Pick<SearchNode, "score" | "reward">): void {
    Object.assign(this.#own(node), { score, reward });
  }

  prune(node: SearchNode, reason: PruneReason): void {
    this.#own(node).pruned ??= reason;
  }

  /** Notes which children this step of the growth kept. */
  keep(kept: { readonly best: SearchNode | null; readonly worst: SearchNode | null }): void {
    this.#log.keep({ best: kept.best?.id ?? null, worst: kept.worst?.id ?? null });
  }

  /** The node of a prefix; null where no chain of the tree goes. */
  find(steps: readonly string[]): SearchNode | null {
    const nodes = this.along(steps);
    return nodes.length < steps.length ? null : (nodes.at(-1) ?? this.#root);
  }

  /** Nodes of a path from its first step on, as far as the tree goes. */
  along(steps: readonly string[]): readonly SearchNode[] {
    const nodes: GrowingNode[] = [];
    for (const step of steps) {
      const node = this.#child(nodes.at(-1) ?? this.#root, step);
      if (node === undefined) break;
      nodes.push(node);
    }
    return nodes;
  }

  /** Rollouts and successes through the prefix; null where no chain of the tree goes. */
  counts(steps: readonly string[]): { readonly visits: number; readonly wins: number } | null {
    return this.find(steps);
  }

  /**
   * Mean value of a chain's steps, in [0, 1]. A step that no rollout went through is worth what the chain came
   * to.
   */
  pathValue(chain: Chain): number {
    const outcome = isRight(chain) ? 1 : 0;
    const nodes = this.along(chain.steps);
    const values = chain.steps.map((_, index) => {
      const { visits = 0, wins = 0 } = nodes[index] ?? {};
      return visits === 0 ? outcome : wins / visits;
    });
    return values.length === 0 ? outcome : values.reduce((sum, value) => sum + value, 0) / values.length;
  }

  /** Every node, parents before children. */
  snapshot(): TreeNode[] {
    return [...this.#nodes.values()].map(snapshotOf);
  }

  #own({ id }: SearchNode): GrowingNode {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new Error(`Node ${id} is not of this tree.`);
    return node;
  }

  #child(parent: GrowingNode, step: string): GrowingNode | undefined {
    const key = this.#key(step);
    return (
      parent.children.find((one) => one.key === key) ??
      parent.children.find((one) => isNearDuplicate(one.key, key))
    );
  }

  /** Rollouts of one prefix bring the same steps again and again. */
  #key(step: string): string {
    const key = this.#keys.get(step) ?? stepKey(step);
    this.#keys.set(step, key);
    return key;
  }

  #grow(parent: GrowingNode | null, step: string, sample: SampleRef | null): GrowingNode {
    const key = this.#key(step);
    const node = newNode({ id: this.#io.id("node", [parent?.id ?? "", key]), key, parent, step, sample });
    parent?.children.push(node);
    this.#nodes.set(node.id, node);
    this.#log.add(node.id);
    return node;
  }
}
