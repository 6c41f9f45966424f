/**
 * `components/ui` owns the primitives of every page: controls, tables, marks, states, number formats.
 * It knows no capability (no runs, no problems) and never imports from another `components/` folder.
 */

const integer = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });
const dateTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** Shown wherever a number is not known. */
export const UNKNOWN = "–";

type Maybe = number | null | undefined;

function known(value: Maybe): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** `12,345` */
export function formatInteger(value: Maybe): string {
  return known(value) ? integer.format(Math.round(value)) : UNKNOWN;
}

/** `12.3K`, for tight places; the exact number belongs in a title. */
export function formatCompact(value: Maybe): string {
  return known(value) ? compact.format(value) : UNKNOWN;
}

/** `0.25`, always with `digits` decimals. */
export function formatDecimal(value: Maybe, digits = 2): string {
  return known(value) ? value.toFixed(digits) : UNKNOWN;
}

/** A fraction in [0, 1] as `42.5%`. Never rounds up to 100% nor down to 0%. */
export function formatPercent(fraction: Maybe, digits = 0): string {
  if (!known(fraction)) return UNKNOWN;
  const unit = 10 ** -digits;
  const percent = Number((fraction * 100).toFixed(digits));
  if (percent >= 100 && fraction < 1) return `${(100 - unit).toFixed(digits)}%`;
  if (percent <= 0 && fraction > 0) return `<${unit.toFixed(digits)}%`;
  return `${percent.toFixed(digits)}%`;
}

/** `87.3 tokens/s`; two figures of meaning below ten. */
export function formatRate(perSecond: Maybe, unit = "tokens"): string {
  if (!known(perSecond)) return UNKNOWN;
  const digits = perSecond >= 100 ? 0 : perSecond >= 10 ? 1 : 2;
  return `${Number(perSecond.toFixed(digits)).toLocaleString("en-GB")} ${unit}/s`;
}

const BYTE_UNITS = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** Decimal units, as disks and download pages use: `491 MB`. */
export function formatBytes(bytes: Maybe): string {
  if (!known(bytes)) return UNKNOWN;
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const shown = unit === 0 || Math.abs(value) >= 99.95 ? Math.round(value) : Number(value.toFixed(1));
  return `${shown.toLocaleString("en-GB")} ${BYTE_UNITS[unit] ?? "bytes"}`;
}

/** Milliseconds as `0.4 s`, `12 s`, `3 min 20 s`, `2 h 05 min`, `3 d 4 h`. */
export function formatDuration(milliseconds: Maybe): string {
  if (!known(milliseconds)) return UNKNOWN;
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 0.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return pair([Math.floor(whole / 60), "min"], [whole % 60, "s"]);
  const minutes = Math.round(seconds / 60);
  if (minutes < 24 * 60) return pair([Math.floor(minutes / 60), "h"], [minutes % 60, "min"]);
  const hours = Math.round(seconds / 3600);
  return pair([Math.floor(hours / 24), "d"], [hours % 24, "h"]);
}

type Part = readonly [value: number, unit: string];

function pair(large: Part, small: Part): string {
  if (small[0] === 0) return `${large[0]} ${large[1]}`;
  const padded = small[1] === "h" ? String(small[0]) : String(small[0]).padStart(2, "0");
  return `${large[0]} ${large[1]} ${padded} ${small[1]}`;
}

/** How long ago: `just now`, `40 s ago`, `5 min ago`, `3 h ago`, then the date. */
export function formatAgo(at: number, now: number): string {
  const seconds = Math.floor((now - at) / 1000);
  if (seconds < 10) return "just now";
  if (seconds < 60) return `${Math.floor(seconds / 10) * 10} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 24 * 3600) return `${Math.floor(seconds / 3600)} h ago`;
  return formatDateTime(at);
}

/** `24 Nov 2026, 08:42`, in the viewer's time zone. */
export function formatDateTime(at: number): string {
  return dateTime.format(at);
}

/** `1 pair`, `2 pairs`, `1,204 pairs`. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatInteger(count)} ${count === 1 ? singular : plural}`;
}
