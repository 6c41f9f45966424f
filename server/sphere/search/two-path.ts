import { chainOfPath, distinctById } from "../chain";
import { NoSamplesError } from "../errors";
import { DropCounts } from "../pairs/drop-rules";
import type { OpenStage } from "../stage";
import type { Chain, TerminalKind } from "../types";
import { bucketOfSides } from "./bucket-of-sides";
import { chooseSides, isPlausible, type Sides } from "./choose-sides";
import { completeSides } from "./complete-sides";
import { type Expansion, expandPaths } from "./expand-paths";
import { openSearch } from "./open-search";
import { type OpenSearch, rootPath, type SearchPath, type SearchResult } from "./search";
import { searchPairs } from "./search-pairs";
import { scoredWorth } from "./worth";

/**
 * Two-path search, as SPHERE describes it (method: two-path): from the root, E candidate steps a round for the
 * best and for the worst path; the best path takes the step of the highest reward, the worst path the lowest of
 * its own plausible ones. Ends when both paths have, or at the greatest depth.
 *
 * Costs at most (2D - 1) E steps in D dependent rounds, beside what the scorer draws. A path that can no longer
 * be extended is a solution that was cut off.
 * @throws NoSamplesError when every sample of the first step failed
 */
export async function twoPath(stage: OpenStage): Promise<SearchResult> {
  const search = openSearch(stage);
  const root = rootPath(search.tree);
  let [best, worst] = [root, root];
  const expansions: (Expansion & Sides)[] = [];
  const stuck = new Map<SearchPath, TerminalKind>();
  const goesOn = (path: SearchPath) => path.ended === null && !stuck.has(path);

  for (let round = 0; round < stage.config.maxDepth && (goesOn(best) || goesOn(worst)); round++) {
    const open = [...new Set([best, worst])].filter(goesOn);
    const expanded = (await expandPaths(search, open)).map((one) => ({
      ...one,
      ...chooseSides(one.siblings),
    }));
    if (round === 0 && expanded[0]?.samples === 0) throw new NoSamplesError();
    expansions.push(...expanded);
    const ofBest = expanded.find(({ from }) => from === best);
    const ofWorst = expanded.find(({ from }) => from === worst);
    for (const one of expanded) keepSides(search, one, { best: one === ofBest, worst: one === ofWorst });
    for (const { from, best: found, isBlank } of expanded)
      if (found === null) stuck.set(from, isBlank ? "end-of-turn" : "empty");
    best = ofBest?.best ?? best;
    worst = ofWorst?.worst ?? worst;
  }

  const solution = (path: SearchPath) => solutionOf(search, path, stuck.get(path) ?? "empty");
  const solutions = { best: solution(best), worst: solution(worst) };
  const bucket = bucketOfSides(solutions);
  const worth = scoredWorth(expansions.flatMap(({ siblings }) => siblings));
  if (bucket === "mixed") await completeSides(search, { expansions, best, worst });
  const drops = new DropCounts();
  const chains = distinctById(search.chains);
  return {
    bucket,
    chains,
    tree: search.tree,
    groups: searchPairs({ tree: search.tree, chains, solutions, worth, drops }),
    drops,
    sampled: search.chains,
    scoring: search.scorer.report(),
  };
}

/** Marks which candidates were followed, and why the others were not. */
function keepSides(
  { tree }: OpenSearch,
  { from, siblings, ...sides }: Expansion & Sides,
  follows: { readonly best: boolean; readonly worst: boolean },
): void {
  const best = follows.best ? sides.best : null;
  const worst = follows.worst ? sides.worst : null;
  tree.startStep("selection", from.steps);
  tree.keep({ best: best?.node ?? null, worst: worst?.node ?? null });
  for (const path of siblings)
    if (path !== best && path !== worst)
      tree.prune(path.node, isPlausible(path, siblings) ? "not-kept" : "implausible");
}

/**
 * The chain of a side. One that nothing follows is a whole solution where the model wrote nothing more (servers that
 * do not say what stopped a text hide its end), else one that was cut off.
 */
function solutionOf(search: OpenSearch, path: SearchPath, terminal: TerminalKind): Chain | null {
  const { sample } = path.node;
  if (path.ended !== null || sample === null) return path.ended;
  const chain = chainOfPath(search.stage, { ...path, sample, terminal });
  search.tree.add(chain, { counts: false });
  search.chains.push(chain);
  return chain;
}
