import { real } from "./complex";
import type { Complex } from "./complex";
import type { Domain } from "./domain";
import type { Point } from "./evaluate";

/** Letters that stand for whole numbers where a factorial or a floor is taken. */
const WHOLE_NAMES = /^[a-cijkl-nprqNMKd]/;

/** The point with a given number, always the same: coordinates spread by irrational steps over the domain. */
export function samplePoint(domain: Domain, at: number): Point {
  const values = new Map<string, Complex>();
  for (const [index, name] of domain.variables.entries()) {
    values.set(
      name,
      domain.whole && WHOLE_NAMES.test(name) ? wholeCoordinate(at, index) : coordinate(domain, at, index),
    );
  }
  return { values, real: domain.real || domain.whole };
}

function wholeCoordinate(at: number, index: number): Complex {
  return real(3 + ((at * (5 + 2 * index) + 7 * index) % 17));
}

function coordinate(domain: Domain, at: number, index: number): Complex {
  const x = 0.4 + 2.1 * fractionalPart((at + 1) * 0.754877666 + (index + 1) * 0.569840291 + at * index * 0.1);
  if (domain.real || domain.whole) {
    // Half the points are positive throughout, for roots; the others mix the signs, for absolute values.
    const positive = at % 2 === 0 || ((at >> (1 + (index % 3))) + index) % 2 === 0;
    return real(positive ? x : -x);
  }
  return { re: x, im: 0.3 + fractionalPart((at + 1) * 0.324717957 + (index + 1) * 0.682327804) };
}

function fractionalPart(x: number): number {
  return x - Math.floor(x);
}
