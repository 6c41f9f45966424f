import type { MarkShape } from "@/components/charts";

/** Colours `--model-0` ... of `app/globals.css`, readable in light and dark. */
const COLOURS = 12;
const SHAPES: readonly MarkShape[] = ["circle", "square", "triangle", "diamond"];

export interface ModelMark {
  /** A CSS colour. */
  readonly colour: string;
  readonly shape: MarkShape;
}

/** A model's colour: the same on every page, whatever stands beside it. */
export function modelColour(modelId: string): string {
  return `var(--model-${String(hash(modelId) % COLOURS)})`;
}

/**
 * Colour and shape of each model of one picture, by id. The colour is the model's own; where two share it, their shapes
 * differ, so that nothing is told by colour alone.
 */
export function modelMarks(modelIds: readonly string[]): ReadonlyMap<string, ModelMark> {
  const marks = new Map<string, ModelMark>();
  for (const id of modelIds) {
    if (marks.has(id)) continue;
    const colour = modelColour(id);
    const alike = [...marks.values()].filter((mark) => mark.colour === colour).length;
    marks.set(id, { colour, shape: SHAPES[alike % SHAPES.length] ?? "circle" });
  }
  return marks;
}

/** FNV-1a, with its bits mixed once more so that ids which differ at their end alone are spread. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
