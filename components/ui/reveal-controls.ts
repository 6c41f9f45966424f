export interface TextPiece {
  readonly kind: "text" | "control";
  /** The characters themselves; of a control, what to show for it. */
  readonly text: string;
}

// Controls but tab and newline, invisible and directional formatting, lone surrogates, line separators.
const CONTROLS = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Cuts text at characters that a browser would hide or obey, so that they can be shown instead.
 * `\r\n` counts as a newline. The texts of pieces of kind "text" joined are `text` without those characters.
 */
export function revealControls(text: string): TextPiece[] {
  const source = text.replaceAll("\r\n", "\n");
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of source.matchAll(CONTROLS)) {
    if (match.index > from) pieces.push({ kind: "text", text: source.slice(from, match.index) });
    pieces.push({ kind: "control", text: controlName(match[0].codePointAt(0) ?? 0) });
    from = match.index + match[0].length;
  }
  if (from < source.length) pieces.push({ kind: "text", text: source.slice(from) });
  return pieces;
}

function controlName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
