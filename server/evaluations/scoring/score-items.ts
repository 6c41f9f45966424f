import { seededRng } from "@/server/foundation/rng";
import type { EvaluationScore } from "../score.schema";
import type { ItemAnswers } from "./item-answers";
import { scoreGreedy } from "./score-greedy";
import { scoreSampled } from "./score-sampled";

export interface ScoreOptions {
  /** Whether the protocol has the greedy pass. */
  readonly greedy: boolean;
  /** k of the sampled pass; null where the protocol has none. */
  readonly samples: number | null;
  /** Items whose reference is known to be bad; they are not among `items`. */
  readonly leftOut: number;
  /** Answers whose verdict a person settled. */
  readonly settled: number;
  /** The same seed gives the same intervals. */
  readonly seed: number;
  /** Rounds of the bootstrap. @default 10000 */
  readonly rounds?: number;
}

/**
 * The numbers of an evaluation from the graded answers of its items. Answers that a failed item lacks count as wrong, and
 * as nothing else: rates and tokens are over the answers there are. A pass is null where the protocol has none or where
 * there is no item yet.
 */
export function scoreItems(items: readonly ItemAnswers[], options: ScoreOptions): EvaluationScore {
  const { greedy, samples, leftOut, settled, seed, rounds = 10_000 } = options;
  return {
    items: items.length,
    leftOut,
    failed: items.filter(({ failed }) => failed).length,
    settled,
    greedy: greedy ? scoreGreedy(items.map((item) => item.greedy ?? [])) : null,
    sampled:
      samples === null
        ? null
        : scoreSampled(
            items.map((item) => item.sampled ?? []),
            { samples, rounds, rng: seededRng(`score/${String(seed)}`) },
          ),
  };
}
