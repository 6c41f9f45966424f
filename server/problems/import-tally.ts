import { FAULTS_KEPT, type Fault } from "./problems.schema";

/** What an import has counted so far. */
export class ImportTally {
  added = 0;
  duplicates = 0;
  faultCount = 0;
  /** The first ones found; `faultCount` has the whole number. */
  readonly #faults: Fault[] = [];

  /** By line: a batch finds what is wrong with an id later than what is wrong with a line. */
  get faults(): readonly Fault[] {
    return this.#faults.toSorted((a, b) => a.line - b.line);
  }

  fault(line: number, reason: string): void {
    this.faultCount++;
    if (this.#faults.length < FAULTS_KEPT) this.#faults.push({ line, reason });
  }
}
