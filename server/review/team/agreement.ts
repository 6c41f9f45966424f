import { seededRng } from "@/server/foundation/rng";
import {
  commonestRaters,
  fleissKappa,
  krippendorffAlpha,
  observedAgreement,
  type Unit as RatedUnit,
} from "@/server/statistics";
import { STAGES } from "@/server/sphere/io";
import type { Agreement } from "./figures";
import { isReading, placeOf, type Family, type Unit } from "./ledger";
import { ANSWERS } from "./team.schema";

/**
 * How far people who decided on the same items agree: all together, and by kind and stage where there is more than
 * one. Adjudications are left out (they saw the others' answers), and so are bulk acts (nobody read the items one by
 * one) and skips.
 */
export function agreementOf(units: readonly Unit[]): Agreement[] {
  const all = new Tally(null);
  const groups = new Map<Family, Tally>();
  for (const { item, votes } of units) {
    const counts = answersOf(votes);
    if (counts === null) continue;
    all.add(counts);
    const group = groups.get(item.family) ?? new Tally(item.family);
    groups.set(item.family, group);
    group.add(counts);
  }
  const apart = [...groups]
    .toSorted(([a], [b]) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || a.kind.localeCompare(b.kind))
    .map(([, group]) => group);
  return (apart.length > 1 ? [all, ...apart] : apart.length === 1 ? apart : [all]).map((tally) =>
    tally.figures(),
  );
}

/** Readings of a unit by answer; null with fewer than two. */
function answersOf(votes: Unit["votes"]): number[] | null {
  const counts = ANSWERS.map(() => 0);
  let readings = 0;
  for (const vote of votes) {
    if (!isReading(vote)) continue;
    const place = placeOf(vote);
    counts[place] = (counts[place] ?? 0) + 1;
    readings += 1;
  }
  return readings < 2 ? null : counts;
}

/** Of resampling: the ends of the intervals are right to a tenth of their width, and a look stays quick. */
const ROUNDS = 500;

/** Units that were answered alike, counted. */
class Tally {
  readonly #group: Agreement["group"];
  readonly #units = new Map<number, { readonly counts: readonly number[]; times: number }>();

  constructor(group: Family | null) {
    this.#group = group;
  }

  add(counts: readonly number[]): void {
    // Each count a digit of a number; nobody asks a thousand people of one item.
    const key = counts.reduce((digits, count) => digits * 1000 + count, 0);
    const same = this.#units.get(key);
    if (same === undefined) this.#units.set(key, { counts, times: 1 });
    else same.times += 1;
  }

  figures(): Agreement {
    // In an order of its own, so that the same decisions give the same intervals however they came.
    const units: RatedUnit[] = [...this.#units].toSorted(([a], [b]) => a - b).map(([, unit]) => unit);
    const common = commonestRaters(units);
    const resampling = { rng: seededRng("team agreement"), rounds: ROUNDS };
    return {
      group: this.#group,
      items: sizeOf(units),
      observed: observedAgreement(units, resampling),
      alpha: krippendorffAlpha(units, resampling),
      fleiss: {
        estimate: fleissKappa(common.units, resampling),
        raters: common.raters,
        items: sizeOf(common.units),
      },
    };
  }
}

const sizeOf = (units: readonly RatedUnit[]): number => units.reduce((sum, { times }) => sum + times, 0);
