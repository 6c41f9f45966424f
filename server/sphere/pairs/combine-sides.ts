/** Taken of each side; of one alone, so many stand against it (rStar, `extra_rm_file`). */
const SIDE = 2;
const AGAINST_ONE = 4;

/** Every one of the best with every one of the worst, best first: two of each, or one with up to four. */
export function combineSides<A, B>(better: readonly A[], worse: readonly B[]): (readonly [A, B])[] {
  const top = better.slice(0, mostAgainst(worse));
  const bottom = worse.slice(0, mostAgainst(better));
  return top.flatMap((one) => bottom.map((other) => [one, other] as const));
}

function mostAgainst(others: readonly unknown[]): number {
  return others.length === 1 ? AGAINST_ONE : SIDE;
}
