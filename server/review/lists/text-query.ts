/** Prefixes shorter than this match too much of any text to be looked up while a person types. */
const SHORTEST_PREFIX = 2;

/**
 * A full-text query (FTS5) for what a person typed: every word must occur, the last one may be only begun. Each is
 * quoted, so that nothing typed is read as an operator.
 * @returns null where nothing was typed; "" where nothing typed is a word, which finds nothing
 */
export function textQuery(typed: string): string | null {
  if (typed.trim() === "") return null;
  const words = typed
    .replaceAll("\u0000", " ")
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.map((word, at) => quoted(word) + (at === words.length - 1 ? prefixMark(word) : "")).join(" ");
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** A word that ends in punctuation is finished: `2x=` asks for `2x`, not for `2xy`. */
function prefixMark(word: string): string {
  const last = /[\p{L}\p{N}\p{M}]+$/u.exec(word)?.[0] ?? "";
  return last.length >= SHORTEST_PREFIX ? "*" : "";
}
