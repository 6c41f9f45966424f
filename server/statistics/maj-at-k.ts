/** The answers to one problem that are the same answer, and whether that answer is right. */
export interface AnswerCluster {
  readonly count: number;
  readonly right: boolean;
}

/** All answers of one problem. Those that hold no answer vote for nothing, but are drawn like the others. */
export interface Votes {
  readonly clusters: readonly AnswerCluster[];
  readonly silent: number;
}

/**
 * Chance that the answer with most votes among k of a problem's answers, drawn without replacement, is right. Where
 * several have most votes, one of them is taken at random; where no drawn answer votes, the vote is wrong. Exact: the
 * expectation over all draws and ties, so no random stream is needed, and at k = 1 it is the share of right answers.
 *
 * @param ks - each from 1 to the number of answers
 * @returns one for each of `ks`
 */
export function majAtK(votes: Votes, ks: readonly number[]): number[] {
  const clusters = votes.clusters.filter(({ count }) => count > 0);
  const total = clusters.reduce((sum, { count }) => sum + count, votes.silent);
  const most = Math.max(0, ...ks);
  const choose = binomials(total);
  const won = ks.map(() => 0);
  for (const [index, winner] of clusters.entries()) {
    if (!winner.right) continue;
    const others = clusters.filter((_, other) => other !== index).map(({ count }) => count);
    for (let top = 1; top <= Math.min(winner.count, most); top++) {
      const draws = drawsBelow({ others, silent: votes.silent, top, most: most - top, choose });
      for (const [at, k] of ks.entries()) {
        if (k < top) continue;
        won[at] = (won[at] ?? 0) + pick(choose, winner.count, top) * (draws[k - top] ?? 0);
      }
    }
  }
  return won.map((ways, at) => ways / pick(choose, total, ks[at] ?? 0));
}

interface Draw {
  /** Sizes of the other clusters. */
  readonly others: readonly number[];
  readonly silent: number;
  /** Votes of the winner, which no other may pass. */
  readonly top: number;
  /** Most answers to draw beside the winner's. */
  readonly most: number;
  readonly choose: Binomials;
}

/**
 * For each number of answers drawn beside the winner's: the ways to draw them so that no other cluster has more than
 * `top` votes, each way counted 1 / (clusters that have the most). A cluster smaller than `top` can neither pass nor
 * tie, so all such are one pool with the silent answers; fewer than n / top clusters are left to walk through.
 */
function drawsBelow({ others, silent, top, most, choose }: Draw): Float64Array {
  const rivals = others.filter((count) => count >= top);
  const pool = others.reduce((sum, count) => (count < top ? sum + count : sum), silent);
  let byTies = [Float64Array.from({ length: most + 1 }, (_, drawn) => pick(choose, pool, drawn))];
  for (const count of rivals) {
    const next = Array.from({ length: byTies.length + 1 }, () => new Float64Array(most + 1));
    for (const [ties, ways] of byTies.entries()) {
      for (let votes = 0; votes <= Math.min(top, most); votes++) {
        const into = next[votes === top ? ties + 1 : ties];
        if (into !== undefined) addShifted({ into, ways, by: votes, times: pick(choose, count, votes) });
      }
    }
    byTies = next;
  }
  const sum = new Float64Array(most + 1);
  for (const [ties, ways] of byTies.entries()) addShifted({ into: sum, ways, by: 0, times: 1 / (1 + ties) });
  return sum;
}

interface Shift {
  readonly into: Float64Array;
  readonly ways: Float64Array;
  readonly by: number;
  readonly times: number;
}

function addShifted({ into, ways, by, times }: Shift): void {
  for (let at = by; at < into.length; at++) into[at] = (into[at] ?? 0) + times * (ways[at - by] ?? 0);
}

/** Rows of Pascal's triangle. */
type Binomials = readonly Float64Array[];

function binomials(upTo: number): Binomials {
  const rows = [Float64Array.of(1)];
  for (let n = 1; n <= upTo; n++) {
    const above = rows[n - 1];
    rows.push(Float64Array.from({ length: n + 1 }, (_, k) => (above?.[k - 1] ?? 0) + (above?.[k] ?? 0)));
  }
  return rows;
}

const pick = (choose: Binomials, n: number, k: number): number => choose[n]?.[k] ?? 0;
