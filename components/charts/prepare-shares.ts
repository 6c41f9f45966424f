export interface Part {
  readonly key: string;
  readonly value: number;
}

export interface Share {
  readonly key: string;
  /** Of the whole, in [0, 1]. */
  readonly share: number;
  /** Width in the bar, in percent; all together 100. */
  readonly width: number;
}

/** The least width that can still be seen, in percent. */
const LEAST = 0.8;

/** The parts of a bar. A part that is not zero is never too thin to be seen; negative and odd values count as zero. */
export function prepareShares(parts: readonly Part[]): Share[] {
  const values = parts.map(({ value }) => (Number.isFinite(value) && value > 0 ? value : 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return parts.map(({ key }) => ({ key, share: 0, width: 0 }));
  const raw = values.map((value) => (value === 0 ? 0 : Math.max(LEAST, (value / total) * 100)));
  const drawn = raw.reduce((sum, width) => sum + width, 0);
  return parts.map(({ key }, index) => ({
    key,
    share: (values[index] ?? 0) / total,
    width: ((raw[index] ?? 0) / drawn) * 100,
  }));
}
