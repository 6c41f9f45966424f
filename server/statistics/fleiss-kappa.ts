import { bootstrapInterval, type Resampling } from "./bayesian-bootstrap";
import { unknown, type Estimate } from "./estimate";
import { agreeingPairs } from "./observed-agreement";
import { chanceAlike, ratersOf, usedCategories, weightedMean, type Unit } from "./units";

/**
 * Fleiss' kappa (Fleiss 1971): agreement of the same number of raters a unit beyond what their use of the categories
 * gives by chance; 1 is perfect, 0 is chance. Interval by resampling units (Fleiss' own standard error holds only
 * where kappa is 0).
 */
export function fleissKappa(units: readonly Unit[], resampling?: Resampling): Estimate {
  const rated = units.filter((unit) => unit.times > 0 && ratersOf(unit) > 0);
  const [first] = rated;
  if (first === undefined) return unknown("empty");
  const raters = ratersOf(first);
  if (rated.some((unit) => ratersOf(unit) !== raters)) return unknown("unequal-raters");
  if (raters < 2) return unknown("no-overlap");
  const shares = rated.map((unit) => agreeingPairs(unit));
  const times = rated.map((unit) => unit.times);
  if (usedCategories(rated) < 2) return unknown("one-category");
  const statistic = (weights: readonly number[]): number => {
    const expected = chanceAlike(rated, weights);
    return (weightedMean(shares, weights) - expected) / (1 - expected);
  };
  return {
    value: statistic(times),
    interval: resampling === undefined ? null : bootstrapInterval(times, statistic, resampling),
    reason: null,
  };
}
