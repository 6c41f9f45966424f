import { bootstrapInterval, type Resampling } from "./bayesian-bootstrap";
import { unknown, type Estimate } from "./estimate";
import { ratersOf, weightedMean, type Unit } from "./units";

/**
 * How often two people who rated the same unit said the same: the mean over units, with two raters or more, of the
 * share of their pairs that agree. Interval by resampling units.
 */
export function observedAgreement(units: readonly Unit[], resampling?: Resampling): Estimate {
  const rated = units.filter((unit) => unit.times > 0 && ratersOf(unit) >= 2);
  if (rated.length === 0) return unknown("no-overlap");
  const shares = rated.map((unit) => agreeingPairs(unit));
  const statistic = (weights: readonly number[]): number => weightedMean(shares, weights);
  const times = rated.map((unit) => unit.times);
  return {
    value: statistic(times),
    interval: resampling === undefined ? null : bootstrapInterval(times, statistic, resampling),
    reason: null,
  };
}

/** Share of a unit's pairs of ratings that agree. */
export function agreeingPairs(unit: Unit): number {
  const raters = ratersOf(unit);
  return unit.counts.reduce((sum, count) => sum + count * (count - 1), 0) / (raters * (raters - 1));
}
