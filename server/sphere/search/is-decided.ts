/** How many times more often a problem comes out one way than the other when it is called too easy or too hard. */
const PLAINLY = 4;

/**
 * Whether a problem is plainly too easy or too hard to search on (ms-swift; method: adaptive stop): once 2E
 * rollouts have ended, more than four times as many right as wrong, or the other way round.
 */
export function isDecided(
  { visits, wins }: { readonly visits: number; readonly wins: number },
  candidates: number,
): boolean {
  const losses = visits - wins;
  return visits >= 2 * candidates && (wins > PLAINLY * losses || losses > PLAINLY * wins);
}
