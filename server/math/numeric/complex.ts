export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const UNDEFINED: Complex = { re: Number.NaN, im: Number.NaN };

export function real(re: number): Complex {
  return { re, im: 0 };
}

export function isFinite(z: Complex): boolean {
  return Number.isFinite(z.re) && Number.isFinite(z.im);
}

export function modulus(z: Complex): number {
  return z.im === 0 ? Math.abs(z.re) : Math.hypot(z.re, z.im);
}

export function plus(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function times(a: Complex, b: Complex): Complex {
  if (a.im === 0 && b.im === 0) return real(a.re * b.re);
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

export function over(a: Complex, b: Complex): Complex {
  if (a.im === 0 && b.im === 0) return b.re === 0 ? UNDEFINED : real(a.re / b.re);
  const size = b.re * b.re + b.im * b.im;
  if (size === 0) return UNDEFINED;
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size };
}

export function exponential(z: Complex): Complex {
  const size = Math.exp(z.re);
  return z.im === 0 ? real(size) : { re: size * Math.cos(z.im), im: size * Math.sin(z.im) };
}

/** The principal logarithm. */
export function logarithm(z: Complex): Complex {
  const size = modulus(z);
  if (size === 0) return UNDEFINED;
  return { re: Math.log(size), im: Math.atan2(z.im, z.re) };
}

/** z^w on the principal branch. */
export function raise(z: Complex, w: Complex): Complex {
  if (modulus(z) === 0) return w.re > 0 ? real(0) : UNDEFINED;
  if (z.im === 0 && w.im === 0 && (z.re > 0 || Number.isInteger(w.re))) return real(z.re ** w.re);
  if (w.im === 0 && Number.isInteger(w.re) && Math.abs(w.re) <= 64) return wholePower(z, w.re);
  return exponential(times(logarithm(z), w));
}

function wholePower(z: Complex, exponent: number): Complex {
  let result = real(1);
  let square = z;
  for (let rest = Math.abs(exponent); rest > 0; rest >>= 1) {
    if (rest % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return exponent < 0 ? over(real(1), result) : result;
}
