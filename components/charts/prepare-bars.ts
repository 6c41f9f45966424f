export interface CountBar {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Of the count, the part that is marked. */
  readonly part: number;
}

export interface PreparedBar extends CountBar {
  /** Percent of the longest bar. */
  readonly width: number;
  readonly partWidth: number;
}

/** Bars on one scale, the largest count at its end. */
export function prepareBars(bars: readonly CountBar[]): PreparedBar[] {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return bars.map((bar) => ({
    ...bar,
    width: (bar.count / most) * 100,
    partWidth: (Math.min(bar.part, bar.count) / most) * 100,
  }));
}
