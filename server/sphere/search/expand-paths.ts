import { isNearDuplicate } from "../search-node";
import type { StepValue } from "../scorers/scorer";
import { isClean, repeatsStep } from "../terminal";
import { endOfPath } from "./end-of-path";
import { meanLogprob, type ProposedStep, proposeSteps } from "./propose-steps";
import type { OpenSearch, SearchPath } from "./search";
import { stepReward } from "./step-reward";

export interface Expansion {
  readonly from: SearchPath;
  /** Samples that the model gave, usable or not; 0 where every one failed. */
  readonly samples: number;
  /** Whether the model wrote nothing in any of them: it had ended its turn before. */
  readonly isBlank: boolean;
  /** Distinct candidates that can be followed, with their values. */
  readonly siblings: readonly SearchPath[];
}

/** Truncated, looping and over-long ends score nothing, whatever a model says (method: terminal rules). */
const NOTHING = { value: 0, model: null, rollouts: 0 } as const;

/**
 * Expands several paths at once: E candidates each, merged and checked, then valued in one batch. A path whose
 * candidates are all empty or unparsable is asked once more.
 */
export async function expandPaths(search: OpenSearch, paths: readonly SearchPath[]): Promise<Expansion[]> {
  const first = await proposeSteps(search.stage, paths);
  const barren = paths.filter((_, index) => !(first[index] ?? []).some(isUsable));
  const again = await proposeSteps(search.stage, barren);
  const groups = paths.map((path, index) => {
    const proposed = [...(first[index] ?? []), ...(again[barren.indexOf(path)] ?? [])];
    const isBlank = proposed.length > 0 && proposed.every(({ step }) => step.trim() === "");
    const siblings = placeSteps(search, path, proposed);
    return { from: path, samples: proposed.length, isBlank, siblings };
  });
  const values = await valueSteps(
    search,
    groups.map(({ siblings }) => siblings),
  );
  return groups.map(({ siblings, ...expansion }, group) => {
    const valued = siblings.map((path, index) => withReward(search, path, values[group]?.[index] ?? null));
    for (const path of valued) addRollouts(search, path.steps);
    return { ...expansion, siblings: valued };
  });
}

const isUsable = ({ step, parses }: ProposedStep) => parses && step.trim() !== "";

/** Puts candidates into the tree; gives those that can be followed, one a node. */
function placeSteps(search: OpenSearch, from: SearchPath, proposed: readonly ProposedStep[]): SearchPath[] {
  const { stage, tree, chains } = search;
  const siblings: SearchPath[] = [];
  tree.startStep("expansion", from.steps);
  for (const candidate of proposed) {
    if (candidate.step.trim() === "") continue;
    const node = tree.addStep(from.node, candidate.step, candidate.sample);
    if (!candidate.parses) {
      tree.prune(node, "unparsable");
      continue;
    }
    const path = {
      steps: [...from.steps, candidate.step],
      text: from.text + candidate.step,
      tokens: from.tokens + candidate.tokens,
      meanLogprob: meanLogprob([from, candidate].filter(({ tokens }) => tokens > 0)),
    };
    const ended = endOfPath(stage, path, candidate);
    if (ended !== null) {
      tree.add(ended, { counts: true });
      chains.push(ended);
    }
    if (siblings.some((one) => one.node === node)) continue;
    if (siblings.some((one) => isNearDuplicate(one.node.key, node.key))) tree.prune(node, "duplicate");
    else {
      if (repeatsStep(path.steps)) tree.prune(node, "repeated-step");
      const stepLogprob = candidate.meanLogprob;
      siblings.push({ ...path, node, parent: from, stepLogprob, ended, value: null, reward: null });
    }
  }
  return siblings;
}

async function valueSteps(
  { scorer }: OpenSearch,
  groups: readonly (readonly SearchPath[])[],
): Promise<(StepValue | null)[][]> {
  const asked = groups.map((siblings) => siblings.filter(({ ended }) => ended === null || isClean(ended)));
  const answers = await scorer.score(asked);
  return groups.map((siblings, group) => {
    const known = new Map(asked[group]?.map((path, index) => [path, answers[group]?.[index] ?? null]));
    const kind = [...known.values()].find((value) => value !== null)?.kind ?? "rollouts";
    return siblings.map((path) => (known.has(path) ? (known.get(path) ?? null) : { ...NOTHING, kind }));
  });
}

function withReward({ tree, stage }: OpenSearch, path: SearchPath, value: StepValue | null): SearchPath {
  const before = path.parent?.value ?? null;
  const reward =
    value === null
      ? null
      : stepReward({
          value: value.value,
          before: before?.kind === value.kind ? before.value : null,
          lambda: stage.config.lambda,
        });
  tree.setScore(path.node, { score: value?.value ?? null, reward });
  return { ...path, value, reward };
}

/** Counts the rollouts that were drawn from a prefix since it was last looked at. */
export function addRollouts({ tree, rollouts, chains }: OpenSearch, prefixSteps: readonly string[]): void {
  const fresh = rollouts.take(prefixSteps);
  if (fresh.length === 0) return;
  tree.startStep("rollouts", prefixSteps);
  for (const chain of fresh) {
    tree.add(chain, { counts: true });
    chains.push(chain);
  }
}
