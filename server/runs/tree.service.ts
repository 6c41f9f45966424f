import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { chainEnds } from "./chain-ends";
import { chainsThrough, placeOfNode } from "./chains-through";
import { readModelNames } from "./lineage.repo";
import { STEP_CHARACTERS, toColumns, type TreeColumns } from "./tree-columns";
import * as repo from "./tree.repo";
import type { ChainWithSteps, RunProblemKey } from "./tree.repo";

/** Columns as one JSON text: the transport looks at every value that it is given, which for 5,000 nodes costs more than reading them. */
export type PackedColumns = string & { readonly columns?: UnpackedTree };

type ChainInTree = ReturnType<typeof repo.listTreeChains>[number] & {
  /** Place of the node where it ends; -1 where the tree does not have all of its steps. */
  readonly end: number;
};

/** What a packed tree holds. */
export interface UnpackedTree extends TreeColumns {
  readonly chains: readonly ChainInTree[];
}

/** Chains, pairs and corrections of one node listed at most. */
const MOST_CHAINS = 500;
const MOST_PAIRS = 100;
const MOST_CORRECTIONS = 100;

/**
 * The search tree of one problem of a run, whole but for the ends of very long steps.
 * @throws AppError when the run has no such problem
 */
export function readTree(db: Db, key: RunProblemKey) {
  const place = repo.readTreePlace(db, key);
  if (place === null) throw noProblem();
  const chains = repo.listTreeChains(db, key);
  const nodes = repo.listTreeNodes(db, { ...key, characters: STEP_CHARACTERS });
  const columns = toColumns({
    nodes,
    chainIds: chains.map(({ id }) => id),
    growth: repo.listGrowth(db, key),
  });
  const ends = chainEnds(nodes, repo.listChainsWithoutEnd(db, key));
  const tree: UnpackedTree = {
    ...columns,
    chains: chains.map((chain) => ({ ...chain, end: ends.get(chain.id) ?? -1 })),
  };
  const packed: PackedColumns = JSON.stringify(tree);
  return { place, packed };
}

/**
 * What only the selected node of a tree needs: its whole step, the call that wrote it, the chains through it,
 * and the pairs and corrections that those are part of.
 * @throws AppError when the problem's tree has no such node
 */
export function readTreeNode(db: Db, key: RunProblemKey & { readonly nodeId: string }) {
  const node = repo.findTreeNode(db, key);
  if (node === null) {
    throw new AppError("not-found", "The search tree has no such node.", {
      field: "nodeId",
      fix: "The link may be of another run; choose a node of this tree.",
    });
  }
  const place = placeOfNode(repo.listTreeEdges(db, key), node.id);
  const through = chainsThrough(repo.listChainsWithSteps(db, key), place);
  const ids = new Set(through.map(({ id }) => id));
  const pairs = repo
    .listTreePairs(db, key)
    .filter(({ chosenChainId, rejectedChainId }) => ids.has(chosenChainId) || ids.has(rejectedChainId))
    .map((pair) => ({
      ...pair,
      /** Both sides share this node and differ in the step after it. */
      partsHere:
        pair.prefixSteps === node.depth && ids.has(pair.chosenChainId) && ids.has(pair.rejectedChainId),
      chosenThrough: ids.has(pair.chosenChainId),
      rejectedThrough: ids.has(pair.rejectedChainId),
    }));
  const corrections = repo
    .listTreeCorrections(db, key)
    .filter(({ wrongChainId, chainId }) => ids.has(wrongChainId) || (chainId !== null && ids.has(chainId)));
  return {
    node,
    chains: {
      total: through.length,
      right: through.filter(({ verdict }) => verdict === "correct").length,
      items: through.slice(0, MOST_CHAINS).map((chain) => listed(chain, node)),
    },
    pairs: {
      total: pairs.length,
      items: pairs.toSorted((a, b) => Number(b.partsHere) - Number(a.partsHere)).slice(0, MOST_PAIRS),
    },
    corrections: { total: corrections.length, items: corrections.slice(0, MOST_CORRECTIONS) },
    source: readSource(db, node, through),
  };
}

interface NodeEnd {
  readonly chainId: string | null;
  readonly depth: number;
}

function listed({ steps, callId: _call, sampleIndex: _sample, ...chain }: ChainWithSteps, node: NodeEnd) {
  const stepCount = steps.length;
  return { ...chain, stepCount, endsHere: chain.id === node.chainId || stepCount === node.depth };
}

interface Written {
  readonly parentId: string | null;
  readonly callId: string | null;
  readonly sampleIndex: number | null;
}

/**
 * The sample that first wrote the step. Runs of older versions did not store it: then the first chain through
 * the node tells. Null at the root, and where no call is on record.
 */
function readSource(db: Db, node: Written, through: readonly ChainWithSteps[]) {
  if (node.parentId === null) return null;
  const ref = node.callId === null ? through[0] : { callId: node.callId, sampleIndex: node.sampleIndex ?? 0 };
  if (ref === undefined) return null;
  const found = repo.readSampleOfCall(db, ref);
  if (found === null) return null;
  return { ...found, modelName: readModelNames(db, [found.modelId])[found.modelId] ?? null };
}

function noProblem(): AppError {
  return new AppError("not-found", "The run has no such problem.", { field: "problemId" });
}
