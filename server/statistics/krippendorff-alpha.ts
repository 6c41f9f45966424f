import { bootstrapInterval, type Resampling } from "./bayesian-bootstrap";
import { unknown, type Estimate } from "./estimate";
import { chanceAlike, ratersOf, usedCategories, weightedMean, type Unit } from "./units";

/**
 * Krippendorff's alpha for nominal data with any number of raters and missing ratings (Krippendorff 2011, "Computing
 * Krippendorff's Alpha-Reliability", section C): 1 less observed over expected disagreement. Units with one rating
 * pair with nothing and do not count. Interval by resampling units.
 */
export function krippendorffAlpha(units: readonly Unit[], resampling?: Resampling): Estimate {
  const rated = units.filter((unit) => unit.times > 0 && ratersOf(unit) >= 2);
  if (rated.length === 0) return unknown("no-overlap");
  const times = rated.map((unit) => unit.times);
  const values = rated.reduce((sum, unit) => sum + unit.times * ratersOf(unit), 0);
  if (usedCategories(rated) < 2) return unknown("one-category");
  const raters = rated.map((unit) => ratersOf(unit));
  const disagreements = rated.map((unit) => disagreement(unit));
  const statistic = (weights: readonly number[]): number => {
    const observed = weightedMean(disagreements, weights) / weightedMean(raters, weights);
    // Resampled weights are no whole numbers: the finite-sample n / (n - 1) is kept at that of the data.
    const expected = (1 - chanceAlike(rated, weights)) * (values / (values - 1));
    return 1 - observed / expected;
  };
  return {
    value: statistic(times),
    interval: resampling === undefined ? null : bootstrapInterval(times, statistic, resampling),
    reason: null,
  };
}

/** Ordered pairs of a unit's ratings that differ, over its raters less one: its part of the coincidence matrix. */
function disagreement(unit: Unit): number {
  const raters = ratersOf(unit);
  const alike = unit.counts.reduce((sum, count) => sum + count * (count - 1), 0);
  return (raters * (raters - 1) - alike) / (raters - 1);
}
