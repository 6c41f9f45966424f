import type { CodeToken, FormulaToken, MathToken } from "./tokens";

/** A piece to draw. A run of text no longer holds the `**` that made it bold. */
export type StyledPiece =
  | { readonly kind: "text"; readonly text: string; readonly strong: boolean }
  | ((FormulaToken | CodeToken) & { readonly strong: boolean });

type Item = { readonly kind: "mark" } | Exclude<StyledPiece, { strong: true }>;

/**
 * Makes `**...**` bold, across formulas but not across a blank line. Stars without a partner, with a space on the
 * inside or a letter or digit on the outside (`2**3`) stay stars.
 */
export function markStrong(tokens: readonly MathToken[]): StyledPiece[] {
  const items = tokens.flatMap(explode);
  const closers = pairs(items);
  const pieces: StyledPiece[] = [];
  let closing: number | null = null;
  for (const [index, item] of items.entries()) {
    if (item.kind !== "mark") pieces.push({ ...item, strong: closing !== null });
    else if (closing === index) closing = null;
    else if (closing === null && closers.has(index)) closing = closers.get(index) ?? null;
    else pieces.push({ kind: "text", text: "**", strong: closing !== null });
  }
  return pieces;
}

function explode(token: MathToken): Item[] {
  if (token.kind !== "text") return [{ ...token, strong: false }];
  return token.text
    .split(/((?<!\*)\*\*(?!\*))/)
    .filter((part) => part !== "")
    .map((part): Item => (part === "**" ? { kind: "mark" } : { kind: "text", text: part, strong: false }));
}

/** Opening mark -> closing mark, by position. */
function pairs(items: readonly Item[]): Map<number, number> {
  const found = new Map<number, number>();
  let open: number | null = null;
  for (const [index, item] of items.entries()) {
    if (item.kind === "text" && /\n[^\S\n]*\n/.test(item.text)) open = null;
    if (item.kind !== "mark") continue;
    const before = edge(items[index - 1], "end");
    const after = edge(items[index + 1], "start");
    if (open !== null && /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after)) {
      found.set(open, index);
      open = null;
    } else if (/\S/.test(after) && !/[\p{L}\p{N}]/u.test(before)) {
      open = index;
    }
  }
  return found;
}

/** The character next to a mark; a formula counts as a bracket. */
function edge(item: Item | undefined, side: "start" | "end"): string {
  if (item === undefined) return " ";
  if (item.kind !== "text") return "(";
  return (side === "start" ? item.text[0] : item.text.at(-1)) ?? " ";
}

/** Whether a piece stands on lines of its own. */
export function isBlock(piece: StyledPiece | undefined): boolean {
  return piece !== undefined && (piece.kind === "code" || (piece.kind === "formula" && piece.display));
}
