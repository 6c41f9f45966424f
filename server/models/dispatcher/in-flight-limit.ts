/** Samples that may be in flight. */
export interface InFlightLimit {
  current(): number;
  answered(answer: AnswerSeen): void;
  /** The engine said that it has too much to do, or was too late, with a call that was sent at `sentAt`. */
  overloaded(sentAt: number, now: number): void;
}

export interface AnswerSeen {
  readonly samples: number;
  readonly tokens: number;
  readonly sentAt: number;
  readonly now: number;
  /** Whether the limit was holding others back. */
  readonly held: boolean;
}

/** For engines that know their width. */
export function fixedLimit(sequences: number): InFlightLimit {
  return { current: () => sequences, answered: () => undefined, overloaded: () => undefined };
}

/** A doubling that brings less than this much more tokens a second brings nothing. */
const WORTH_WHILE = 1.1;
/** Rounds without a gain before the search ends: one alone may be chance. */
const FLAT_ROUNDS = 2;
const NEWEST = 0.2;

/**
 * Finds the width of a server that does not tell it. First it doubles each round (a round is as many answers as may be in flight)
 * while tokens a second grow with it: servers that queue never complain, and beyond their width their queue only hides calls
 * from the dispatcher's order. Once a server has complained: half at once, and then one more sample each round. Grows only while
 * the limit is what holds calls back.
 */
export function adaptiveLimit(first: number, most: number): InFlightLimit {
  let limit = Math.min(first, most);
  let growth: "doubling" | "one-a-round" | "done" = "doubling";
  let best = 0;
  let flat = 0;
  let usualMs = 0;
  let lastCutAt = Number.NEGATIVE_INFINITY;
  let round: { readonly since: number; samples: number; tokens: number } | null = null;

  /** Ends the search where a whole round was no faster than the best before. */
  function measure({ samples, tokens, now }: AnswerSeen): void {
    round ??= { since: now, samples: -samples, tokens: -tokens };
    round.samples += samples;
    round.tokens += tokens;
    const elapsed = now - round.since;
    if (round.samples < limit || elapsed < usualMs || elapsed <= 0) return;
    const rate = round.tokens / elapsed;
    flat = rate < best * WORTH_WHILE ? flat + 1 : 0;
    best = Math.max(best, rate);
    if (flat >= FLAT_ROUNDS) growth = "done";
    round = { since: now, samples: 0, tokens: 0 };
  }

  return {
    current: () => Math.floor(limit),
    answered(answer) {
      const took = answer.now - answer.sentAt;
      usualMs = usualMs === 0 ? took : usualMs + NEWEST * (took - usualMs);
      if (!answer.held) {
        round = null;
        return;
      }
      if (growth === "doubling") measure(answer);
      if (growth === "done" || limit >= most) return;
      const more = growth === "doubling" ? answer.samples : answer.samples / limit;
      limit = Math.min(most, limit + more);
    },
    overloaded(sentAt, now) {
      // All that was sent before the last cut met the same crowd.
      if (sentAt < lastCutAt) return;
      lastCutAt = now;
      growth = "one-a-round";
      limit = Math.max(1, limit / 2);
    },
  };
}
