import * as fc from "fast-check";
import type { Verdict } from "@/server/math";
import type { GrowthMove } from "@/server/runs/tree-columns";
import type { UnpackedTree } from "@/server/runs/tree.service";
import type { PruneReason } from "@/server/sphere/types";
import { buildTree, type Place, type Tree } from "../tree";

interface NodeSpec {
  readonly parent: Place;
  readonly step?: string;
  readonly visits?: number;
  readonly wins?: number;
  readonly pruned?: PruneReason;
  readonly verdict?: Verdict;
  readonly chain?: number;
}

/** Columns of nodes given by their parents; ids are `n` and the place. */
export function columnsOf(
  nodes: readonly NodeSpec[],
  growth: readonly GrowthMove[] | null = null,
): UnpackedTree {
  const chains = nodes.flatMap(({ chain, verdict }, end) =>
    chain === undefined ? [] : [{ chain, end, verdict: verdict ?? "incorrect" }],
  );
  return {
    id: nodes.map((_, place) => `n${place}`),
    parent: nodes.map(({ parent }) => parent),
    step: nodes.map(({ step }, place) => step ?? `step ${place}`),
    visits: nodes.map(({ visits = 0 }) => visits),
    wins: nodes.map(({ wins = 0 }) => wins),
    score: nodes.map(() => null),
    reward: nodes.map(() => null),
    pruned: nodes.map(({ pruned = null }) => pruned),
    terminal: nodes.map(({ verdict }) => (verdict === undefined ? null : "boxed")),
    verdict: nodes.map(({ verdict = null }) => verdict),
    chain: nodes.map(({ chain = -1 }) => chain),
    growth,
    chains: chains
      .toSorted((a, b) => a.chain - b.chain)
      .map(({ chain, end, verdict }) => ({
        id: `c${chain}`,
        position: chain,
        verdict,
        firstWrongStep: null,
        end,
      })),
  };
}

/** @throws when the nodes have no root */
export function treeOf(nodes: readonly NodeSpec[], growth: readonly GrowthMove[] | null = null): Tree {
  const tree = buildTree(columnsOf(nodes, growth));
  if (tree === null) throw new Error("These nodes have no root.");
  return tree;
}

/**
 * Any tree of up to 60 nodes: parents before children, some pruned, counts that add up from rollouts, with the
 * growth log of those rollouts.
 */
export const anyTree = fc
  .array(
    fc.record({
      up: fc.nat(),
      pruned: fc.option(fc.constantFrom<PruneReason>("duplicate", "not-kept"), { nil: undefined, freq: 4 }),
      rollouts: fc.array(fc.boolean(), { maxLength: 3 }),
    }),
    { minLength: 0, maxLength: 60 },
  )
  .map((specs) => {
    const parents = [-1, ...specs.map(({ up }, index) => up % (index + 1))];
    const visits = parents.map(() => 0);
    const wins = parents.map(() => 0);
    const growth = specs.map(({ rollouts }, index): GrowthMove => {
      const end = index + 1;
      for (const right of rollouts) {
        for (let at = end; at >= 0; at = parents[at] ?? -1) {
          visits[at] = (visits[at] ?? 0) + 1;
          wins[at] = (wins[at] ?? 0) + (right ? 1 : 0);
        }
      }
      return {
        stage: "self-generation",
        kind: "rollouts",
        from: parents[end] ?? 0,
        added: [end],
        right: rollouts.filter(Boolean).map(() => end),
        wrong: rollouts.filter((right) => !right).map(() => end),
        best: -1,
        worst: -1,
      };
    });
    const nodes = parents.map((parent, place) => {
      const spec = specs[place - 1];
      const ends = spec !== undefined && spec.rollouts.length > 0;
      return {
        parent,
        visits: visits[place] ?? 0,
        wins: wins[place] ?? 0,
        ...(spec?.pruned === undefined ? {} : { pruned: spec.pruned }),
        ...(ends
          ? {
              verdict: spec.rollouts[0] === true ? ("correct" as const) : ("incorrect" as const),
              chain: place,
            }
          : {}),
      };
    });
    return { nodes, growth };
  });
