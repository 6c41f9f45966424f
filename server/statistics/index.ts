/**
 * `server/statistics` is pure: no packages, no IO, no clock, no chance (a random stream is an argument). It knows
 * nothing of review or evaluations: counts go in, figures come out. This file is its door; `README.md` holds the
 * conventions, and the sources are named at each function.
 *
 * Every figure is an `Estimate`. Answers to a problem: `passAtK`, `majAtK`, and `meanOf` over problems. Intervals over
 * problems: `clusterBootstrap`. Two models on the same items: `transitions`, `mcnemarExact`, `pairedDifference` (one answer
 * each); `signFlip`, `pairedBootstrap` (several); `holm`, `smallestDetectable`, `claim`. Rates: `wilson`, `testOfHalf`. Quantiles: `quantiles`. Agreement: `unitsOf` and
 * `commonestRaters` (what it is computed from), `observedAgreement`, `krippendorffAlpha`, `fleissKappa`; for two raters
 * `confusion`, `agreements`, `cohenKappa`. Intervals by resampling, for whatever is computed from units:
 * `bayesian-bootstrap.ts`.
 */
export { cohenKappa } from "./cohen-kappa";
export { clusterBootstrap, clusterBootstraps, type ClusterColumn } from "./cluster-bootstrap";
export { agreements, confusion, type Table } from "./confusion";
export { UNKNOWN_WORDS, type Estimate, type Interval } from "./estimate";
export { fleissKappa } from "./fleiss-kappa";
export { testOfHalf } from "./half-test";
export { krippendorffAlpha } from "./krippendorff-alpha";
export { majAtK, type AnswerCluster, type Votes } from "./maj-at-k";
export { meanOf } from "./mean-of";
export { observedAgreement } from "./observed-agreement";
export { carriesClaim, claim, COARSEST_CLAIM, USUAL_DISCORDANCE, type ClaimLevel } from "./paired/claim";
export { holm } from "./paired/holm";
export { mcnemarExact } from "./paired/mcnemar";
export { pairedBootstrap } from "./paired/paired-bootstrap";
export { pairedDifference } from "./paired/paired-difference";
export { signFlip, type SignFlip } from "./paired/sign-flip";
export { smallestDetectable } from "./paired/smallest-detectable";
export { deviationOf, smallestDetectableMean } from "./paired/smallest-detectable-mean";
export { transitions, type PairedCounts, type Transitions } from "./paired/transitions";
export { passAtK } from "./pass-at-k";
export { quantiles } from "./quantiles";
export { commonestRaters, unitsOf, type Unit } from "./units";
export { wilson } from "./wilson";
