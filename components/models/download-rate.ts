/** How far a download was at a time (milliseconds since the epoch). */
export interface Reading {
  readonly at: number;
  readonly bytes: number;
}

/** The rate is that of the last seconds: an older one would hide that a download has stalled. */
const WINDOW_MS = 15_000;

/** Adds a reading and forgets what is older than the window. A download that began anew starts over. */
export function addReading(readings: readonly Reading[], next: Reading): readonly Reading[] {
  const last = readings.at(-1);
  if (last !== undefined && next.bytes < last.bytes) return [next];
  if (last !== undefined && next.at <= last.at) return readings;
  const recent = readings.filter(({ at }) => next.at - at <= WINDOW_MS);
  return [...recent, next];
}

/** Bytes a second over the readings, or null before two of them tell. */
export function bytesPerSecond(readings: readonly Reading[]): number | null {
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < 1_000) return null;
  return ((last.bytes - first.bytes) / (last.at - first.at)) * 1_000;
}

/** Milliseconds until `total` bytes are there at the present rate; null while nothing arrives. */
export function timeLeftMs(readings: readonly Reading[], total: number): number | null {
  const rate = bytesPerSecond(readings);
  const last = readings.at(-1);
  if (rate === null || rate <= 0 || last === undefined) return null;
  return (Math.max(0, total - last.bytes) / rate) * 1_000;
}
