import { quantiles, testOfHalf } from "@/server/statistics";
import type { Verdict } from "../review.schema";
import type { PersonFigures } from "./figures";
import { isReading, type ItemFacts, type Vote } from "./ledger";
import { share } from "./share";

/** Counts of one person's decisions, or of all. */
export class PersonTally {
  #readings = 0;
  #bulk = 0;
  #skipped = 0;
  #adjudicated = 0;
  #accepted = 0;
  #blindPicks = 0;
  #left = 0;
  #unequalPicks = 0;
  #longer = 0;
  #machineLonger = 0;
  #gold = 0;
  #goldRight = 0;
  readonly #milliseconds: number[] = [];

  add(vote: Vote, item: ItemFacts, gold: Verdict | null): void {
    if (!isReading(vote)) {
      if (vote.adjudication) this.#adjudicated += 1;
      else if (vote.verdict === "skip") this.#skipped += 1;
      else this.#bulk += 1;
      return;
    }
    this.#readings += 1;
    if (vote.verdict === "accept") this.#accepted += 1;
    if (vote.durationMs !== null && vote.durationMs > 0) this.#milliseconds.push(vote.durationMs);
    if (gold !== null) {
      this.#gold += 1;
      if (gold === vote.verdict) this.#goldRight += 1;
    }
    if (vote.verdict === "accept" || vote.verdict === "swap") this.#pick(vote, item);
  }

  /** `accept` picks the chosen chain, `swap` the other. */
  #pick({ verdict, blindSide }: Vote, { longer }: ItemFacts): void {
    if (blindSide !== null) {
      this.#blindPicks += 1;
      if ((verdict === "accept") === (blindSide === "left")) this.#left += 1;
    }
    if (longer !== null) {
      this.#unequalPicks += 1;
      if ((verdict === "accept") === (longer === "chosen")) this.#longer += 1;
      if (longer === "chosen") this.#machineLonger += 1;
    }
  }

  figures(): PersonFigures {
    const [median, p90] = quantiles(this.#milliseconds, [0.5, 0.9]) ?? [];
    return {
      readings: this.#readings,
      bulk: this.#bulk,
      skipped: this.#skipped,
      adjudicated: this.#adjudicated,
      accepted: share(this.#accepted, this.#readings),
      left: share(this.#left, this.#blindPicks),
      leftP: testOfHalf(this.#left, this.#blindPicks),
      longer: share(this.#longer, this.#unequalPicks),
      machineLonger: share(this.#machineLonger, this.#unequalPicks),
      gold: share(this.#goldRight, this.#gold),
      seconds:
        median === undefined || p90 === undefined
          ? null
          : { median: median / 1000, p90: p90 / 1000, decisions: this.#milliseconds.length },
    };
  }
}
