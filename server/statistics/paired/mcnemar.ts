/**
 * Exact p-value of McNemar's test, two-sided: whether items that only one of two models solves are as often A's as
 * B's. Twice the smaller tail of a binomial with one half, at most 1 (statsmodels `mcnemar(exact=True)`). 1 where no
 * item tells them apart.
 */
export function mcnemarExact(onlyA: number, onlyB: number): number {
  const trials = onlyA + onlyB;
  const fewer = Math.min(onlyA, onlyB);
  if (onlyA === onlyB) return 1;
  // The largest term as a logarithm, since 2^-trials is 0 in floating point beyond 1074; the rest relative to it.
  let log = -trials * Math.LN2;
  for (let i = 1; i <= fewer; i++) log += Math.log((trials - fewer + i) / i);
  let term = 1;
  let sum = 1;
  for (let i = fewer; i > 0; i--) {
    term *= i / (trials - i + 1);
    sum += term;
  }
  return Math.min(1, 2 * Math.exp(log) * sum);
}
