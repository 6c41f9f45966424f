import { distinctById } from "../chain";
import { NoSamplesError } from "../errors";
import { DropCounts } from "../pairs/drop-rules";
import type { OpenStage } from "../stage";
import { bucketOfSides } from "./bucket-of-sides";
import { chooseTwo, isPlausible } from "./choose-sides";
import { addRollouts, type Expansion, expandPaths } from "./expand-paths";
import { isDecided } from "./is-decided";
import { openSearch } from "./open-search";
import { type OpenSearch, rootPath, type SearchResult } from "./search";
import { searchPairs } from "./search-pairs";
import { soundestAndLeast } from "./soundness";
import { addInFlight, allNodes, isOpen, selectLeaf, type UctNode, uctNode, valueOf } from "./uct-tree";
import { rolloutWorth, type WorthOf } from "./worth";

/**
 * Leaves of one tree in flight at once (method: required concurrency). They are selected one after the other, each
 * counting those before it as in flight, expanded together, and backed up in the order of selection: the schedule
 * depends on the tree alone, never on which answer came first. Other problems fill the engine meanwhile.
 */
const WAVE = 2;

/**
 * Pruned Monte-Carlo tree search (method: uct): selects a leaf, expands it by E candidates, keeps the best and the
 * worst plausible one, rolls out and backs up. Where rollouts value the candidates, those are backed up; where a
 * model does, each kept child is rolled out once. A candidate that ends the solution is a rollout by itself.
 *
 * Ends after `iterations` expansions, when nothing is open, or when the problem is plainly too easy or too hard.
 * @throws NoSamplesError when every sample of the first step failed
 */
export async function uct(stage: OpenStage): Promise<SearchResult> {
  const search = openSearch(stage);
  const root = uctNode(rootPath(search.tree), null);
  const { iterations, candidates } = stage.config;

  for (let done = 0; done < iterations && isOpen(root) && !isDecided(search.tree.root, candidates);) {
    const leaves = selectWave(root, stage, Math.min(WAVE, iterations - done));
    const expansions = await expandPaths(
      search,
      leaves.map(({ path }) => path),
    );
    if (done === 0 && expansions[0]?.samples === 0) throw new NoSamplesError();
    for (const [index, leaf] of leaves.entries()) keepChildren(search, leaf, expansions[index]);
    await rollOut(search, leaves);
    for (const leaf of leaves) addInFlight(leaf, -1);
    done += leaves.length;
  }

  const drops = new DropCounts();
  const chains = distinctById(search.chains);
  const worth = uctWorth(root, stage);
  const solutions = soundestAndLeast(search.tree, chains, worth);
  return {
    bucket: bucketOfSides(solutions),
    chains,
    tree: search.tree,
    groups: searchPairs({ tree: search.tree, chains, solutions, worth, drops }),
    drops,
    sampled: search.chains,
    scoring: search.scorer.report(),
  };
}

function selectWave(root: UctNode, { config }: OpenStage, width: number): UctNode[] {
  const leaves: UctNode[] = [];
  while (leaves.length < width) {
    const leaf = selectLeaf(root, config);
    if (leaf === null) break;
    addInFlight(leaf, 1);
    leaves.push(leaf);
  }
  return leaves;
}

function keepChildren({ tree }: OpenSearch, leaf: UctNode, expansion: Expansion | undefined): void {
  const siblings = expansion?.siblings ?? [];
  const { best, worst } = chooseTwo(siblings);
  const kept = [...new Set([best, worst])].filter((path) => path !== null);
  const passedOver = siblings.filter((path) => !kept.includes(path));
  leaf.children = kept.map((path) => uctNode(path, leaf));
  leaf.pruned = passedOver.map((path) => uctNode(path, leaf));
  tree.startStep("selection", leaf.path.steps);
  tree.keep({ best: best?.node ?? null, worst: worst?.node ?? null });
  for (const path of passedOver)
    tree.prune(path.node, isPlausible(path, siblings) ? "not-kept" : "implausible");
}

/** One rollout from each kept child that no rollout has valued. */
async function rollOut(search: OpenSearch, leaves: readonly UctNode[]): Promise<void> {
  const untried = leaves
    .flatMap(({ children }) => children ?? [])
    .map(({ path }) => path)
    .filter(({ ended, value }) => ended === null && value !== null && value.rollouts === 0);
  await Promise.all(untried.map(({ steps }) => search.rollouts.from(steps, { limit: 1, batch: 1 })));
  for (const { steps } of untried) addRollouts(search, steps);
}

/** V where a model valued the step; the rollouts' share elsewhere. */
function uctWorth(root: UctNode, { config }: OpenStage): WorthOf {
  const valued = new Map(allNodes(root).map((one) => [one.path.node, one]));
  return (node) => {
    const known = valued.get(node);
    const kind = known?.path.value?.kind ?? "rollouts";
    return known === undefined || kind === "rollouts"
      ? rolloutWorth(node)
      : { q: valueOf(known, config), kind, rollouts: node.visits };
  };
}
