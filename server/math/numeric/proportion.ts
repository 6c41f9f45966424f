import type { Algebra, Polynomial } from "../exact/algebra";
import { isFinite, modulus, over, plus, real, times } from "./complex";
import type { Complex } from "./complex";
import { domainOf } from "./domain";
import { evaluatePolynomial } from "./evaluate";
import { samplePoint } from "./sample-point";

const POINTS_TRIED = 20;
const POINTS_NEEDED = 5;

type Proportion = "positive" | "negative" | "none" | "open";

/** Whether two polynomials in atoms are constant multiples of each other, and the sign of the factor. */
export function proportion(algebra: Algebra, p: Polynomial, q: Polynomial): Proportion {
  if (p.size === 0 || q.size === 0) return p.size === q.size ? "positive" : "none";
  const domain = domainOf(algebra, [p, q]);
  let factor: Complex | null = null;
  let seen = 0;
  for (let at = 0; at < POINTS_TRIED && seen < POINTS_NEEDED; at++) {
    const point = samplePoint(domain, at);
    const [a, b] = [evaluatePolynomial(algebra, p, point), evaluatePolynomial(algebra, q, point)];
    if (!isFinite(a.value) || !isFinite(b.value)) continue;
    // Near a zero of either side the quotient is rounding noise.
    if (modulus(a.value) < 1e-6 * a.size || modulus(b.value) < 1e-6 * b.size) continue;
    const ratio = over(a.value, b.value);
    seen++;
    if (factor !== null && modulus(plus(ratio, times(real(-1), factor))) > 1e-8 * modulus(factor))
      return "none";
    factor ??= ratio;
  }
  if (factor === null || seen < POINTS_NEEDED) return "open";
  if (Math.abs(factor.im) > 1e-8 * modulus(factor)) return "negative";
  return factor.re > 0 ? "positive" : "negative";
}
