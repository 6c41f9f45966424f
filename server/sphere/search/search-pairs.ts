import { byLikelihood } from "../chain";
import { combineSides } from "../pairs/combine-sides";
import type { DropCounts } from "../pairs/drop-rules";
import type { PairCandidate, PairValues } from "../pairs/judge-candidate";
import type { CandidateGroup } from "../pairs/select-pairs";
import type { SearchNode } from "../search-node";
import type { SearchTree } from "../search-tree";
import { isClean, isRight, isWrong } from "../terminal";
import type { Chain } from "../types";
import type { Solutions } from "./bucket-of-sides";
import type { WorthOf } from "./worth";

export interface SearchedTree {
  readonly tree: SearchTree;
  readonly chains: readonly Chain[];
  readonly solutions: Solutions;
  readonly worth: WorthOf;
  readonly drops: DropCounts;
}

/**
 * Candidate pairs of a searched tree (method: candidatePairs): at every node the best children that lead to a
 * right end against the worst that lead to a wrong one, each run to the end by the best and the worst of those
 * ends. Only children that the scorer valued count: what one rollout wrote in passing is no estimate. Nodes whose
 * children lie furthest apart come first; then Sol_max against Sol_min; then the root's children.
 */
export function searchPairs(searched: SearchedTree): CandidateGroup[] {
  const { tree, chains, drops } = searched;
  drops.add(
    "truncated-rejected",
    chains.filter((one) => one.verdict === "incorrect" && !isClean(one)).length,
  );
  const below = chainsBelow(tree, chains);
  const groups = [...below.keys()].map((node) => ({ node, ...pairsAt(node, { ...searched, below }) }));
  const continued = groups
    .filter(({ node, pairs }) => node.depth > 0 && pairs.length > 0)
    .toSorted((a, b) => b.margin - a.margin);
  const solution = solutionPair(searched);
  const isNew = ({ chosen, rejected }: PairCandidate) =>
    !solution.some((pair) => pair.chosen.id === chosen.id && pair.rejected.id === rejected.id);
  const whole = groups.flatMap(({ node, pairs }) => (node.depth === 0 ? pairs.filter(isNew) : []));
  return [...continued.map(({ pairs }) => pairs), solution, whole];
}

/** Chains through each node, root first. */
function chainsBelow(tree: SearchTree, chains: readonly Chain[]): Map<SearchNode, Chain[]> {
  const below = new Map<SearchNode, Chain[]>([[tree.root, []]]);
  for (const chain of chains)
    for (const node of [tree.root, ...tree.along(chain.steps)]) {
      const through = below.get(node);
      if (through === undefined) below.set(node, [chain]);
      else through.push(chain);
    }
  return below;
}

interface PairsAtNode {
  readonly pairs: PairCandidate[];
  /** Widest difference of two children's worth. */
  readonly margin: number;
}

function pairsAt(
  node: SearchNode,
  searched: SearchedTree & { readonly below: ReadonlyMap<SearchNode, readonly Chain[]> },
): PairsAtNode {
  const children = node.children.filter(({ score }) => score !== null);
  const q = (child: SearchNode) => searched.worth(child)?.q ?? 0;
  const leadingTo = (isEnd: (chain: Chain) => boolean) =>
    children.flatMap((child) => {
      const ends = searched.below.get(child)?.filter(isEnd) ?? [];
      return ends.length === 0 ? [] : [{ child, ends }];
    });
  const good = leadingTo(isRight).toSorted((a, b) => q(b.child) - q(a.child));
  const bad = leadingTo(isWrong).toSorted((a, b) => q(a.child) - q(b.child));
  const sides = combineSides(good, bad).filter(([better, worse]) => better.child !== worse.child);
  const pairs = sides.flatMap(([better, worse]) => {
    const [rejected] = ranked(worse.ends, searched, "worst");
    const prefix = rejected?.steps.slice(0, node.depth).join("") ?? "";
    const right = ranked(better.ends, searched, "best");
    // Paths meet in a node by the words of their steps: a prefix pair needs one that has the very same bytes.
    const chosen = right.find(({ text }) => text.startsWith(prefix)) ?? right[0];
    if (chosen === undefined || rejected === undefined) return [];
    const tested = modelValues(better.child, worse.child, searched.worth);
    const level = node.depth === 0 ? ("solution" as const) : ("prefix" as const);
    return [{ level, prefixSteps: node.depth, chosen, rejected, correctionId: null, tested }];
  });
  return { pairs, margin: Math.max(0, ...sides.map(([better, worse]) => q(better.child) - q(worse.child))) };
}

/** Sol_max against Sol_min, valued by the steps where they part. */
function solutionPair({ tree, solutions, worth }: SearchedTree): PairCandidate[] {
  const { best: chosen, worst: rejected } = solutions;
  if (chosen === null || rejected === null || !isRight(chosen) || !isWrong(rejected)) return [];
  const [right, wrong] = [tree.along(chosen.steps), tree.along(rejected.steps)];
  const at = right.findIndex((node, index) => node !== wrong[index]);
  const tested = modelValues(right[at], wrong[at], worth);
  return [{ level: "solution", prefixSteps: 0, chosen, rejected, correctionId: null, tested }];
}

/** Values of both steps where a model had a say in both; null leaves them to the tree's rollouts. */
function modelValues(
  better: SearchNode | undefined,
  worse: SearchNode | undefined,
  worth: WorthOf,
): PairValues | null {
  const chosen = better === undefined ? null : worth(better);
  const rejected = worse === undefined ? null : worth(worse);
  if (chosen === null || rejected?.kind !== chosen.kind || chosen.kind === "rollouts") return null;
  const rollouts = Math.min(chosen.rollouts, rejected.rollouts);
  return { qChosen: chosen.q, qRejected: rejected.q, rollouts, valuedBy: chosen.kind };
}

/** Ends by the mean worth of their steps, the best or the worst first, then the likelier. */
function ranked(ends: readonly Chain[], { tree, worth }: SearchedTree, first: "best" | "worst"): Chain[] {
  const mean = (chain: Chain) => {
    const nodes = tree.along(chain.steps);
    const outcome = Number(isRight(chain));
    return nodes.reduce((sum, node) => sum + (worth(node)?.q ?? outcome), 0) / Math.max(1, nodes.length);
  };
  const sign = first === "best" ? -1 : 1;
  return ends
    .map((chain) => ({ chain, rank: sign * mean(chain) }))
    .toSorted((a, b) => a.rank - b.rank || byLikelihood(a.chain, b.chain))
    .map(({ chain }) => chain);
}
