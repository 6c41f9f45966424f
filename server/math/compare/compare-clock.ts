import type { Comparison } from "../verdict";

interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly half: "am" | "pm" | null;
}

const CLOCK = /^(\d{1,2})(?::(\d{2}))?(?::00)?\s*(?:([ap])\.?\s?m\.?)?$/i;

/** Two times of day, or null unless one side is surely a time. A side without am or pm agrees with both. */
export function compareClock(reference: string, candidate: string): Comparison | null {
  const [a, b] = [readClock(reference), readClock(candidate)];
  if (a === null || b === null || (a.half === null && b.half === null)) return null;
  const same = a.minute === b.minute && hoursAgree(a, b);
  return same ? { equal: true, rule: "same-time" } : { equal: false, rule: "other-time" };
}

function hoursAgree(a: ClockTime, b: ClockTime): boolean {
  if (a.half !== null && b.half !== null) return hourOfDay(a) === hourOfDay(b);
  const [halved, bare] = a.half === null ? [b, a] : [a, b];
  return bare.hour === hourOfDay(halved) || bare.hour === halved.hour;
}

function hourOfDay({ hour, half }: ClockTime): number {
  if (half === null) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

function readClock(text: string): ClockTime | null {
  if (text.length > 60) return null;
  const plain = text.replaceAll(/\\(?:text|mathrm|mbox|textrm)\s*(?=\{)|\\[!,:; ]|[{}$]/g, "").trim();
  const match = CLOCK.exec(plain);
  if (match === null) return null;
  const [, hour, minute, half] = match;
  if (minute === undefined && half === undefined) return null;
  const time = { hour: Number(hour), minute: Number(minute ?? 0) };
  if (time.hour > 24 || time.minute > 59) return null;
  return { ...time, half: half === undefined ? null : half.toLowerCase() === "a" ? "am" : "pm" };
}
