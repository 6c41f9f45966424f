import type { Reference } from "./references";
import { Seeded } from "./seeded";

export interface Changed {
  readonly id: string;
  readonly how: string;
  readonly before: string;
  readonly after: string;
}

/** `count` changed answers, each by a change picked at random among those that apply to it. */
export function sampleChanges(
  from: readonly Reference[],
  changes: Readonly<Record<string, (answer: string, random: Seeded) => string | null>>,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly Changed[] {
  const random = new Seeded(seed);
  const names = Object.keys(changes);
  const sample: Changed[] = [];
  for (let tries = 0; sample.length < count && tries < count * 200; tries++) {
    const { id, answer } = random.pick(from);
    const how = random.pick(names);
    const after = changes[how]?.(answer.trim(), random) ?? null;
    if (after !== null && after !== answer) sample.push({ id, how, before: answer, after });
  }
  return sample;
}
