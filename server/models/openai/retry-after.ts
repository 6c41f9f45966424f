/**
 * Milliseconds that a `Retry-After` header asks for: whole seconds or an HTTP date.
 * @returns undefined where there is none that can be read
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,7}$/.test(header.trim())) return Number(header) * 1000;
  // Date.parse takes a bare number for a year.
  const date = /[a-z]/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
