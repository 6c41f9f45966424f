import { LINE, STEP_WIDTH } from "./layout";
import type { Brush } from "./brush";
import type { Palette } from "./palette";
import { lookOf, opacityOf, valueStep, type NodeLook, type Scene } from "./scene";
import type { EndKind } from "./tree";

/** Where the value stands on a step's line. */
export const PILL = { width: 38, height: 18, above: 5 } as const;
/** Below this scale numbers and words cannot be read: blocks of colour stand for them. */
export const WORDS_FROM = 0.5;

interface Shown {
  /** Indices of the items on the screen. */
  readonly shown: readonly number[];
  readonly k: number;
}

/** Values as numbers on their colour, ends, kept marks and rings. */
export function paintMarks({ context, palette }: Brush, scene: Scene, { shown, k }: Shown): void {
  context.font = `500 11px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const index of shown) {
    const item = scene.view.items[index];
    if (item === undefined || item.kind === "pruned") continue;
    const x = scene.layout.x[index] ?? 0;
    const y = scene.layout.y[index] ?? 0;
    const look = lookOf(scene, item.place);
    context.globalAlpha = opacityOf(look);
    const ring = item.place === scene.selected ? palette.accent : null;
    if (scene.matches.has(item.place)) block(context, { x: x - 3, y, colour: palette.accentWash });
    paintPill(context, palette, { x, y, look, words: k >= WORDS_FROM, fresh: scene.fresh.has(item.place) });
    if (look.end !== null) paintEnd(context, palette, { x: x + STEP_WIDTH + 9, y: y - 6, end: look.end, k });
    if (item.hidden > 0) paintMore(context, palette, { x: x + STEP_WIDTH, y });
    if (ring !== null) {
      context.globalAlpha = 1;
      context.strokeStyle = ring;
      context.lineWidth = Math.max(2, 1.5 / k);
      context.strokeRect(x - 5, y - LINE + 9, STEP_WIDTH + 8, LINE - 4);
    }
  }
  context.globalAlpha = 1;
}

function block(
  context: CanvasRenderingContext2D,
  { x, y, colour }: { readonly x: number; readonly y: number; readonly colour: string },
): void {
  context.fillStyle = colour;
  context.fillRect(x, y - LINE + 10, STEP_WIDTH + 4, LINE - 10);
}

interface Pill {
  readonly x: number;
  readonly y: number;
  readonly look: NodeLook;
  readonly words: boolean;
  readonly fresh: boolean;
}

function paintPill(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { x, y, look, words, fresh }: Pill,
): void {
  const top = y - PILL.above - PILL.height;
  const step = look.value === null ? null : valueStep(look.value);
  const strong = step === null ? palette.ruleStrong : (palette.strong[step] ?? palette.ruleStrong);
  context.beginPath();
  context.roundRect(x, top, words ? PILL.width : STEP_WIDTH * 0.72, PILL.height, 3);
  context.fillStyle = step === null ? palette.paper : words ? (palette.fill[step] ?? palette.raised) : strong;
  context.fill();
  context.lineWidth = fresh ? 3 : 1;
  context.strokeStyle = fresh ? palette.accent : strong;
  context.setLineDash(look.pruned || step === null ? [2, 2] : []);
  context.stroke();
  context.setLineDash([]);
  if (words) {
    context.fillStyle = palette.ink;
    context.fillText(
      look.value === null ? "–" : look.value.toFixed(2),
      x + PILL.width / 2,
      top + PILL.height / 2 + 0.5,
    );
  }
  if (look.kept !== null)
    paintKept(context, palette, { x: x - 8, y: top + PILL.height / 2, kept: look.kept });
}

interface KeptMark {
  readonly x: number;
  readonly y: number;
  readonly kept: "best" | "worst";
}

/** A filled triangle up for the best path, a hollow one down for the worst. */
function paintKept(context: CanvasRenderingContext2D, palette: Palette, { x, y, kept }: KeptMark): void {
  const tip = kept === "best" ? -4.5 : 4.5;
  context.beginPath();
  context.moveTo(x, y + tip);
  context.lineTo(x + 4.5, y - tip);
  context.lineTo(x - 4.5, y - tip);
  context.closePath();
  context.lineWidth = 1.4;
  if (kept === "best") {
    context.fillStyle = palette.chosen;
    context.fill();
  } else {
    context.strokeStyle = palette.rejected;
    context.stroke();
  }
}

interface EndMark {
  readonly x: number;
  readonly y: number;
  readonly end: EndKind;
  readonly k: number;
}

/** The verdict of a chain that ends here: a check, a cross, a ring. The label beside it has the word. */
function paintEnd(context: CanvasRenderingContext2D, palette: Palette, { x, y, end, k }: EndMark): void {
  const r = Math.max(5, 3.5 / k);
  context.lineWidth = Math.max(2, 1.3 / k);
  context.strokeStyle = { right: palette.chosen, wrong: palette.danger, other: palette.soft }[end];
  context.beginPath();
  if (end === "right") {
    context.moveTo(x - r, y);
    context.lineTo(x - r * 0.2, y + r * 0.8);
    context.lineTo(x + r, y - r * 0.8);
  } else if (end === "wrong") {
    context.moveTo(x - r * 0.8, y - r * 0.8);
    context.lineTo(x + r * 0.8, y + r * 0.8);
    context.moveTo(x + r * 0.8, y - r * 0.8);
    context.lineTo(x - r * 0.8, y + r * 0.8);
  } else context.arc(x, y, r * 0.8, 0, Math.PI * 2);
  context.stroke();
}

/** Three strokes that fan out: more is folded away here. */
function paintMore(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  context.strokeStyle = palette.ruleStrong;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const slope of [-6, 0, 6]) {
    context.moveTo(x, y);
    context.lineTo(x + 14, y + slope);
  }
  context.stroke();
}
