/** Samples that may be in flight. */
export interface InFlightLimit {
  current(): number;
  /** A call of `samples` was answered; `held` says whether the limit was holding others back. */
  answered(samples: number, held: boolean): void;
  /** The engine said that it has too much to do. */
  overloaded(): void;
}

/** For engines that know their width. */
export function fixedLimit(sequences: number): InFlightLimit {
  return { current: () => sequences, answered: () => undefined, overloaded: () => undefined };
}

/**
 * Additive increase (one more sample for each full round of answers), multiplicative decrease (half, when the server is
 * overloaded): finds the width of a server that does not tell it. Grows only while the limit is what holds calls back.
 */
export function adaptiveLimit(first: number, most: number): InFlightLimit {
  let limit = Math.min(first, most);
  return {
    current: () => Math.floor(limit),
    answered(samples, held) {
      if (held) limit = Math.min(most, limit + samples / limit);
    },
    overloaded() {
      limit = Math.max(1, limit / 2);
    },
  };
}
