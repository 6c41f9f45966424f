import type { Verdict } from "@/server/math";
import type { Stage } from "@/server/sphere/io";
import type { GrowthKind, GrowthStep, PruneReason, TerminalKind } from "@/server/sphere/types";
import type { TreeNodeInList } from "./tree.repo";

/** A search tree as it crosses the wire: a list a column, nodes named by their place in the lists. */
export interface TreeColumns {
  readonly id: readonly string[];
  /** Place of the parent; -1 at the root. */
  readonly parent: readonly number[];
  /** The start of the step: at most `STEP_CHARACTERS`. */
  readonly step: readonly string[];
  readonly visits: readonly number[];
  readonly wins: readonly number[];
  readonly score: readonly (number | null)[];
  readonly reward: readonly (number | null)[];
  readonly pruned: readonly (PruneReason | null)[];
  readonly terminal: readonly (TerminalKind | null)[];
  readonly verdict: readonly (Verdict | null)[];
  /** Place, in the list of chains, of the one that ends here; -1 where none does. */
  readonly chain: readonly number[];
  /** How it grew, in the order of the method; null where the run kept no log. */
  readonly growth: readonly GrowthMove[] | null;
}

/** One step of the growth log with nodes named by place. */
export interface GrowthMove {
  readonly stage: Stage;
  readonly kind: GrowthKind;
  readonly from: number;
  readonly added: readonly number[];
  /** Where the counted rollouts ended: those that came out right, and the others. */
  readonly right: readonly number[];
  readonly wrong: readonly number[];
  /** Nodes kept for the best and the worst path; -1 where it selected none. */
  readonly best: number;
  readonly worst: number;
}

/** Most of a step that goes with the tree: what labels and the search need. */
export const STEP_CHARACTERS = 1_000;

interface Parts {
  readonly nodes: readonly TreeNodeInList[];
  /** Ids in the order of the list of chains. */
  readonly chainIds: readonly string[];
  readonly growth: readonly { readonly stage: Stage; readonly growth: readonly GrowthStep[] }[];
}

/**
 * Nodes and growth log as columns. What a log names that the tree no longer has is left out of its step.
 */
export function toColumns({ nodes, chainIds, growth }: Parts): TreeColumns {
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const chainPlaces = new Map(chainIds.map((id, place) => [id, place]));
  const placeOf = (id: string | null): number => (id === null ? -1 : (places.get(id) ?? -1));
  const known = (ids: readonly string[]): number[] => ids.map(placeOf).filter((place) => place >= 0);
  const moves = growth.flatMap(({ stage, growth: steps }) =>
    steps.map((step): GrowthMove => {
      const ends = (right: boolean): number[] =>
        known(step.counted.filter((end) => end.right === right).map(({ end }) => end));
      return {
        stage,
        kind: step.kind,
        from: placeOf(step.from),
        added: known(step.added),
        right: ends(true),
        wrong: ends(false),
        best: placeOf(step.best),
        worst: placeOf(step.worst),
      };
    }),
  );
  return {
    id: nodes.map(({ id }) => id),
    parent: nodes.map(({ parentId }) => placeOf(parentId)),
    step: nodes.map(({ step }) => step),
    visits: nodes.map(({ visits }) => visits),
    wins: nodes.map(({ wins }) => wins),
    score: nodes.map(({ score }) => shortened(score)),
    reward: nodes.map(({ reward }) => shortened(reward)),
    pruned: nodes.map(({ pruned }) => pruned),
    terminal: nodes.map(({ terminal }) => terminal),
    verdict: nodes.map(({ verdict }) => verdict),
    chain: nodes.map(({ chainId }) => (chainId === null ? -1 : (chainPlaces.get(chainId) ?? -1))),
    growth: moves.length === 0 ? null : moves,
  };
}

/** Four decimals: more than a page shows. */
function shortened(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
