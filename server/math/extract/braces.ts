/**
 * Where the group opened by the bracket at `open` ends: the index of its closing brace, or -1 when it never closes.
 * Escaped braces are text. Reads at most `limit` characters, so that a broken megabyte costs no more than a page.
 */
export function closingBrace(text: string, open: number, limit = 20_000): number {
  let depth = 0;
  const end = Math.min(text.length, open + limit);
  for (let at = open; at < end; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at;
  }
  return -1;
}
