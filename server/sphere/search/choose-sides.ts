import { isClean } from "../terminal";
import type { SearchPath } from "./search";

/** Natural logs a token by which a plausible step may be less likely than the likeliest of its siblings. */
const MAX_LOGPROB_GAP = 2;
/** A model's value under which a step is nonsense rather than a mistake. Rollouts have no such floor: what never succeeds is what the worst side looks for. */
const MIN_MODEL_VALUE = 0.02;

export interface Sides {
  /** S_max and S_min; null where no sibling has a value. */
  readonly best: SearchPath | null;
  readonly worst: SearchPath | null;
}

/**
 * The two siblings that are kept (SPHERE): the one of the highest reward, and the one of the lowest among the
 * plausible; where none is plausible, the best of them. Equal rewards: the likelier, then the shorter. Siblings
 * that are all worth the same thus give one child for both sides, and the sides part where values first differ.
 */
export function chooseSides(siblings: readonly SearchPath[]): Sides {
  const best = ofReward(siblings, "highest");
  const plausible = siblings.filter((path) => isPlausible(path, siblings));
  return { best, worst: ofReward(plausible, "lowest") ?? best };
}

/** The same for a tree that keeps two children: the worst is another than the best wherever one is plausible. */
export function chooseTwo(siblings: readonly SearchPath[]): Sides {
  const best = ofReward(siblings, "highest");
  const others = siblings.filter((path) => path !== best && isPlausible(path, siblings));
  return { best, worst: ofReward(others, "lowest") ?? best };
}

function ofReward(siblings: readonly SearchPath[], end: "highest" | "lowest"): SearchPath | null {
  const sign = end === "highest" ? -1 : 1;
  const [first] = siblings
    .flatMap((path) => (path.reward === null ? [] : [{ path, rank: sign * path.reward }]))
    .toSorted((a, b) => a.rank - b.rank || byLikelihoodThenLength(a.path, b.path));
  return first?.path ?? null;
}

/**
 * Whether a step is a mistake that the policy might make (method: plausible; our rules, as SPHERE says no more
 * than "still plausible"): new to its path, its end clean if it has one, nearly as likely as its likeliest
 * sibling, and not worthless to the model.
 */
export function isPlausible(path: SearchPath, siblings: readonly SearchPath[]): boolean {
  if (path.ended !== null && !isClean(path.ended)) return false;
  const model = path.value?.model ?? null;
  if (model !== null && model < MIN_MODEL_VALUE) return false;
  if (path.stepLogprob === null) return true;
  const likeliest = Math.max(...siblings.flatMap(({ stepLogprob }) => stepLogprob ?? []));
  return path.stepLogprob >= likeliest - MAX_LOGPROB_GAP;
}

function byLikelihoodThenLength(a: SearchPath, b: SearchPath): number {
  const [left, right] = [a.stepLogprob ?? -Infinity, b.stepLogprob ?? -Infinity];
  return right - left || a.text.length - b.text.length;
}
