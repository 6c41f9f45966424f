/**
 * The start of a text of about `limit` characters, cut where it hurts least: at a blank line, else a line's end,
 * else a space, if there is one in the last third.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = text.slice(0, limit);
  for (const boundary of ["\n\n", "\n", " "]) {
    const at = start.lastIndexOf(boundary);
    if (at > (limit * 2) / 3) return start.slice(0, at);
  }
  return start;
}
