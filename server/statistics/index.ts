/**
 * `server/statistics` is pure: no packages, no IO, no clock, no chance (a random stream is an argument). It knows
 * nothing of review or evaluations: counts go in, figures come out. This file is its door; `README.md` holds the
 * conventions, and the sources are named at each function.
 *
 * Estimates: `estimate`. Rates: `wilson`. Quantiles: `quantiles`. Agreement: `units` (what it is computed from),
 * `observedAgreement`, `krippendorffAlpha`, `fleissKappa`, and for two raters `confusion`, `cohenKappa`.
 * Intervals by resampling: `bootstrapInterval`.
 */
export { bootstrapInterval, type Resampling } from "./bayesian-bootstrap";
export { cohenKappa } from "./cohen-kappa";
export { agreements, confusion, type Table } from "./confusion";
export { UNKNOWN_WORDS, unknown, type Estimate, type Interval, type UnknownReason } from "./estimate";
export { fleissKappa } from "./fleiss-kappa";
export { testOfHalf } from "./half-test";
export { krippendorffAlpha } from "./krippendorff-alpha";
export { observedAgreement } from "./observed-agreement";
export { quantiles } from "./quantiles";
export { commonestRaters, unitsOf, type Unit } from "./units";
export { wilson } from "./wilson";
