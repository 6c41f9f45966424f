/**
 * `server/statistics` is pure: no packages, no IO, no clock, no chance (a random stream is an argument). It knows
 * nothing of review or evaluations: counts go in, figures come out. This file is its door; `README.md` holds the
 * conventions, and the sources are named at each function.
 *
 * Every figure is an `Estimate`. Rates: `wilson`, `testOfHalf`. Quantiles: `quantiles`. Agreement: `unitsOf` and
 * `commonestRaters` (what it is computed from), `observedAgreement`, `krippendorffAlpha`, `fleissKappa`; for two raters
 * `confusion`, `agreements`, `cohenKappa`. Intervals by resampling, for whatever is computed from units:
 * `bayesian-bootstrap.ts`.
 */
export { cohenKappa } from "./cohen-kappa";
export { agreements, confusion, type Table } from "./confusion";
export { UNKNOWN_WORDS, type Estimate } from "./estimate";
export { fleissKappa } from "./fleiss-kappa";
export { testOfHalf } from "./half-test";
export { krippendorffAlpha } from "./krippendorff-alpha";
export { observedAgreement } from "./observed-agreement";
export { quantiles } from "./quantiles";
export { commonestRaters, unitsOf, type Unit } from "./units";
export { wilson } from "./wilson";
