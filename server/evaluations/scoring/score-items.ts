import { seededRng } from "@/server/foundation/rng";
import type { EvaluationScore, PassScore } from "../score.schema";
import type { ItemAnswers } from "./item-answers";
import { scoreSeveral } from "./score-several";
import { scoreSingle } from "./score-single";

export interface ScoreOptions {
  /** Whether the protocol has the greedy pass. */
  readonly greedy: boolean;
  /** k of the sampled pass; null where the protocol has none. */
  readonly samples: number | null;
  /** Items whose reference is known to be bad; they are not among the items scored. */
  readonly leftOut: number;
  /** Answers whose verdict a person settled. */
  readonly settled: number;
  /** The same seed gives the same intervals. */
  readonly seed: number;
  /** Rounds of the bootstrap. @default 10000 */
  readonly rounds?: number;
}

/**
 * The numbers of an evaluation from the graded answers of its items. Answers that an item lacks, because its call failed,
 * count as wrong and as nothing else: rates and tokens are over the answers there are. A pass is null where the protocol
 * has none, and where there is no item yet.
 */
export function scoreItems(items: readonly ItemAnswers[], options: ScoreOptions): EvaluationScore {
  return {
    items: items.length,
    leftOut: options.leftOut,
    failed: items.filter(({ failed }) => failed).length,
    settled: options.settled,
    greedy: options.greedy ? scoreSingle(items.map(({ greedy }) => greedy ?? [])) : null,
    sampled: scoreSampled(items, options),
  };
}

function scoreSampled(
  items: readonly ItemAnswers[],
  { samples, seed, rounds = 10_000 }: ScoreOptions,
): PassScore | null {
  if (samples === null) return null;
  const answers = items.map(({ sampled }) => sampled ?? []);
  if (samples === 1) return scoreSingle(answers);
  return scoreSeveral(answers, { samples, rounds, rng: seededRng(`score/${String(seed)}`) });
}
