import type { OpenStage } from "../stage";
import type { Chain } from "../types";
import { scorerModelOf } from "./open-scorer";
import { valuesAlong } from "./prm";

/** What a model says of one chain's steps beside the rollouts. */
export interface SecondOpinion {
  /** Value in [0, 1] of the prefix of so many steps; null where the run has no model or it cannot tell. */
  of(length: number): Promise<number | null>;
  /** Values that are known by now, by the index of the step. */
  known(): ReadonlyMap<number, number>;
  /** Times that it was asked, and those of them that it could not tell. */
  counts(): { readonly asked: number; readonly untold: number };
}

/**
 * The model's opinion on a chain. A process reward model reads the whole chain once, whatever step is asked about;
 * a judge reads the prefix that is asked about.
 */
export function secondOpinionOn(chain: Chain, stage: OpenStage): SecondOpinion {
  const model = scorerModelOf(stage);
  const known = new Map<number, number>();
  const counts = { asked: 0, untold: 0 };

  async function ask(length: number): Promise<void> {
    if (model?.kind === "prm") {
      const [values] = await valuesAlong(stage, [chain.steps]);
      for (const [step, value] of (values ?? []).entries()) known.set(step, value);
    } else if (model !== null) {
      const [value = null] = await model.values([chain.steps.slice(0, length)]);
      if (value !== null) known.set(length - 1, value);
    }
  }

  return {
    async of(length) {
      if (model === null) return null;
      if (!known.has(length - 1)) await ask(length);
      const value = known.get(length - 1) ?? null;
      counts.asked += 1;
      counts.untold += value === null ? 1 : 0;
      return value;
    },
    known: () => known,
    counts: () => counts,
  };
}
