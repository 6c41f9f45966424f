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

/** A round that brings less than this much more tokens a second than the best before brings nothing. */
const WORTH_WHILE = 1.1;
/** Rounds without a gain before the search ends: one alone may be chance. */
const FLAT_ROUNDS = 2;
/** Of the limit that was enough: calls of several samples count in full until their last one is there. */
const SLACK = 1.5;
/** What was found may have been chance, or the server may be another one since. */
const SEARCH_AGAIN_MS = 5 * 60_000;
/** Weight of the newest answer in the running mean of how long one takes. */
const NEWEST = 0.2;

interface Round {
  readonly since: number;
  /** Answers that make it whole: as many as could be in flight when it began. */
  readonly wanted: number;
  samples: number;
  tokens: number;
}

/**
 * Finds the width of a server that does not tell it. First it doubles in each round of answers while tokens a second grow with it,
 * and goes back to what was enough: servers that queue never complain, but their queue hides calls from the dispatcher's order.
 * Once a server has complained: half at once, and then one more sample a round. It grows only while it holds calls back.
 */
export function adaptiveLimit(first: number, most: number): InFlightLimit {
  let limit = Math.min(first, most);
  let growth: "doubling" | "one-a-round" | "none" = "doubling";
  const best = { rate: 0, limit };
  let flat = 0;
  let foundAt = 0;
  let usualMs = 0;
  let lastCutAt = Number.NEGATIVE_INFINITY;
  let round: Round | null = null;

  function measure({ samples, tokens, now }: AnswerSeen): void {
    if (round === null) {
      round = { since: now, wanted: limit, samples: 0, tokens: 0 };
      return;
    }
    round.samples += samples;
    round.tokens += tokens;
    const elapsed = now - round.since;
    if (round.samples < round.wanted || elapsed < usualMs || elapsed <= 0) return;
    const rate = round.tokens / elapsed;
    round = null;
    if (rate >= best.rate * WORTH_WHILE) {
      flat = 0;
      best.limit = limit;
    } else flat += 1;
    best.rate = Math.max(best.rate, rate);
    if (flat < FLAT_ROUNDS) return;
    growth = "none";
    foundAt = now;
    flat = 0;
    limit = Math.min(limit, best.limit * SLACK);
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
      if (growth === "none" && answer.now - foundAt >= SEARCH_AGAIN_MS) growth = "doubling";
      if (growth === "doubling") measure(answer);
      if (growth === "none") return;
      limit = Math.min(most, limit + (growth === "doubling" ? answer.samples : answer.samples / limit));
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
