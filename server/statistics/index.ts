/**
 * `server/statistics` is pure: no packages, no IO, no clock, no chance (a random stream is an argument). It knows
 * nothing of review or evaluations: counts go in, figures come out. This file is its door; `README.md` holds the
 * conventions, and the sources are named at each function.
 *
 * Every figure with an interval is an `Estimate`.
 * - Answers to one problem: `passAtK`, `majAtK`; over problems `meanOf`, and intervals by `clusterBootstrap`.
 * - Two models on the same items, one answer each: `transitions`, `mcnemarExact`, `pairedDifference`,
 *   `smallestDetectable`; several: `signFlip`, `pairedBootstrap`, `smallestDetectableMean`. Then `holm` and `claim`.
 * - Rates: `wilson`, `testOfHalf`. Quantiles: `quantiles`.
 * - Agreement: `unitsOf` and `commonestRaters` (what it is computed from), `observedAgreement`, `krippendorffAlpha`,
 *   `fleissKappa`; for two raters `confusion`, `agreements`, `cohenKappa`. Intervals by resampling, for whatever is
 *   computed from units: `bayesian-bootstrap.ts`.
 */
export { cohenKappa } from "./cohen-kappa";
export { clusterBootstrap, clusterBootstraps, type ClusterColumn } from "./cluster-bootstrap";
export { agreements, confusion, type Table } from "./confusion";
export { UNKNOWN_WORDS, type Estimate } from "./estimate";
export { fleissKappa } from "./fleiss-kappa";
export { testOfHalf } from "./half-test";
export { krippendorffAlpha } from "./krippendorff-alpha";
export { majAtK, type Votes } from "./maj-at-k";
export { meanOf } from "./mean-of";
export { observedAgreement } from "./observed-agreement";
export { carriesClaim, claim, type ClaimLevel } from "./paired/claim";
export { holm } from "./paired/holm";
export { mcnemarExact } from "./paired/mcnemar";
export { pairedBootstrap } from "./paired/paired-bootstrap";
export { pairedDifference } from "./paired/paired-difference";
export { signFlip } from "./paired/sign-flip";
export { smallestDetectable } from "./paired/smallest-detectable";
export { deviationOf, smallestDetectableMean } from "./paired/smallest-detectable-mean";
export { transitions, type PairedCounts } from "./paired/transitions";
export { passAtK } from "./pass-at-k";
export { quantiles } from "./quantiles";
export { commonestRaters, unitsOf, type Unit } from "./units";
export { wilson } from "./wilson";
