/** A passage of a response: the text as read, and where it stands. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const EDGE = new Set([" ", "\n", "\t", "\r", "*", "_", "`", '"', "#", ">"]);

/** The span of `text` between two positions, without white space and Markdown marks at its ends. */
export function trimmedSpan(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && EDGE.has(text.charAt(from))) from++;
  while (to > from && (EDGE.has(text.charAt(to - 1)) || isFullStop(text, from, to))) to--;
  return { text: text.slice(from, to), start: from, end: to };
}

/** A closing full stop or comma, but not the one of `\right.` or of an ellipsis. */
function isFullStop(text: string, from: number, to: number): boolean {
  const last = text.charAt(to - 1);
  if (last === "。" || last === "，") return true;
  if (last === "," || last === ";" || last === ":") return text.charAt(to - 2) !== "\\";
  return last === "." && !text.slice(from, to).endsWith("\\right.") && !text.slice(from, to).endsWith("..");
}
