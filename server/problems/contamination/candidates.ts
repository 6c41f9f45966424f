/** Why two problems may be alike. */
export const WHY = { near: 1, gram: 2, commonGram: 4, whole: 8, exact: 16 } as const;

/** Pairs of a training problem and a benchmark's problem that something hints at, by their places in the two lists. */
export class Candidates {
  readonly #reasons = new Map<number, number>();
  readonly #width: number;

  constructor(benchmarkProblems: number) {
    this.#width = Math.max(1, benchmarkProblems);
  }

  note(training: number, benchmark: number, why: keyof typeof WHY): void {
    const pair = training * this.#width + benchmark;
    this.#reasons.set(pair, (this.#reasons.get(pair) ?? 0) | WHY[why]);
  }

  /** In the order of the training problems, then of the benchmark's. */
  list(): { readonly training: number; readonly benchmark: number; readonly reasons: number }[] {
    return [...this.#reasons]
      .toSorted(([a], [b]) => a - b)
      .map(([pair, reasons]) => ({
        training: Math.floor(pair / this.#width),
        benchmark: pair % this.#width,
        reasons,
      }));
  }
}
