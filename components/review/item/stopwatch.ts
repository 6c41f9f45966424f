/** Counts milliseconds while it runs; an item's page stops it while nobody can see it. */
export class Stopwatch {
  readonly #now: () => number;
  #sum = 0;
  #since: number | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  restart(running: boolean): void {
    this.#sum = 0;
    this.#since = running ? this.#now() : null;
  }

  run(running: boolean): void {
    this.#sum = this.read();
    this.#since = running ? this.#now() : null;
  }

  /** Whole milliseconds so far. */
  read(): number {
    return Math.round(this.#sum + (this.#since === null ? 0 : this.#now() - this.#since));
  }
}
