import { FAULTS_KEPT, type Fault } from "./problems.schema";

/** What an import has counted so far. */
export class ImportTally {
  added = 0;
  duplicates = 0;
  faultCount = 0;
  /** The first ones; `faultCount` has the whole number. */
  readonly faults: Fault[] = [];

  fault(line: number, reason: string): void {
    this.faultCount++;
    if (this.faults.length < FAULTS_KEPT) this.faults.push({ line, reason });
  }
}
