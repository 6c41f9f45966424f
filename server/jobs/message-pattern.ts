/** Longest pattern; errors of engines can hold whole pages. */
const LONGEST = 200;

/**
 * The message of an error without what differs from one occurrence to the next (addresses, ids, quoted text,
 * numbers), so that errors with one cause share it.
 */
export function messagePattern(message: string): string {
  return message
    .replaceAll(/https?:\/\/[^\s"')]+/g, "URL")
    .replaceAll(/\b(?=[0-9a-z_-]*\d)[a-z]+_[0-9a-z]{8,}\b/g, "ID")
    .replaceAll(/\b(?=[0-9a-f-]*\d)[0-9a-f]{8,}(?:-[0-9a-f]{4,})*\b/gi, "ID")
    .replaceAll(/"[^"]{0,500}"|“[^”]{0,500}”|`[^`]{0,500}`/g, '"…"')
    .replaceAll(/\d+(?:[.,]\d+)*/g, "N")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
}
