import type { Sides } from "./choose-sides";
import { addRollouts, type Expansion } from "./expand-paths";
import type { OpenSearch, SearchPath } from "./search";

/** Prefix pairs that stage 1 may make of a problem. */
const PREFIX_PAIRS = 2;
/** Rollouts drawn at once while an ending of one kind is looked for. */
const BATCH = 2;

export interface SearchedSides {
  readonly expansions: readonly (Expansion & Sides)[];
  readonly best: SearchPath;
  readonly worst: SearchPath;
}

interface Ending {
  readonly path: SearchPath;
  readonly until: "right" | "wrong";
  readonly margin: number;
}

/**
 * Runs the best alternatives of a finished two-path search to their ends, where a model valued them and no rollout
 * exists: beside the right path its worst plausible siblings, until one ends wrong; beside the wrong path the best
 * ones, until one ends right. Only as many as may become prefix pairs, those of the largest margin first, and at
 * most K rollouts each. Where the two paths part, both ends are known already.
 */
export async function completeSides(search: OpenSearch, sides: SearchedSides): Promise<void> {
  const { rolloutsPerPrefix, minMarginScored } = search.stage.config;
  const [ofBest, ofWorst] = [lineTo(sides.best), lineTo(sides.worst)];
  const parting = ofBest.find((path, index) => path !== ofWorst[index])?.parent ?? null;
  const partsLate = parting !== null && parting.parent !== null;
  const endings = sides.expansions
    .filter(({ from }) => from.parent !== null && from !== parting)
    .flatMap((expansion) => [
      ...endingBeside(expansion, { line: ofBest, until: "wrong" }),
      ...endingBeside(expansion, { line: ofWorst, until: "right" }),
    ])
    .filter(({ path, margin }) => path.value?.kind !== "rollouts" && margin >= minMarginScored)
    .toSorted((a, b) => b.margin - a.margin)
    .slice(0, PREFIX_PAIRS - (partsLate ? 1 : 0));
  await Promise.all(
    endings.map(({ path, until }) =>
      search.rollouts.from(path.steps, { limit: rolloutsPerPrefix, batch: BATCH, until }),
    ),
  );
  for (const { path } of endings) addRollouts(search, path.steps);
}

/** The sibling that stands out most against the child that a finished line took. */
function endingBeside(
  { from, best, worst }: Expansion & Sides,
  { line, until }: { line: readonly SearchPath[]; until: Ending["until"] },
): Ending[] {
  const taken = line.find(({ parent }) => parent === from);
  const path = until === "wrong" ? worst : best;
  if (taken === undefined || path === null || path === taken || path.ended !== null) return [];
  const gain = (path.value?.value ?? 0) - (taken.value?.value ?? 0);
  return [{ path, until, margin: until === "wrong" ? -gain : gain }];
}

/** Paths from the first step to the last. */
function lineTo(path: SearchPath): SearchPath[] {
  return path.parent === null ? [] : [...lineTo(path.parent), path];
}
