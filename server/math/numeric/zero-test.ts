import type { Algebra, Polynomial } from "../exact/algebra";
import { isFinite, modulus } from "./complex";
import { domainOf } from "./domain";
import { evaluateScaled } from "./evaluate";
import { samplePoint } from "./sample-point";

/** Relative to the size of the terms: below is rounding error, above is a difference, between is left open. */
const NOISE = 1e-12;
const DIFFERENCE = 1e-9;

const POINTS_TRIED = 24;
const POINTS_NEEDED = 5;

type ZeroTest = "zero" | "not-zero" | "open";

/**
 * Whether a polynomial in atoms vanishes identically, by sampling it at fixed points of the domain its functions suggest.
 * `slack` widens what counts as zero, for coefficients that were rounded.
 */
export function vanishes(algebra: Algebra, polynomial: Polynomial, slack = 0): ZeroTest {
  const domain = domainOf(algebra, [polynomial]);
  const needed = domain.variables.length === 0 ? 1 : POINTS_NEEDED;
  let zeros = 0;
  for (let at = 0; at < POINTS_TRIED && zeros < needed; at++) {
    const { value, size } = evaluateScaled(algebra, polynomial, samplePoint(domain, at));
    if (!isFinite(value) || !Number.isFinite(size)) continue;
    const ratio = size === 0 ? 0 : modulus(value) / size;
    if (ratio <= Math.max(NOISE, slack)) zeros++;
    else if (ratio > DIFFERENCE) return "not-zero";
  }
  return zeros >= needed ? "zero" : "open";
}
