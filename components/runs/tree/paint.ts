import { COLUMN, itemsIn, LINE, STEP_WIDTH } from "./layout";
import { paintMarks } from "./paint-marks";
import type { Brush } from "./brush";
import { lineWidth, lookOf, opacityOf, type Scene } from "./scene";
import { AXIS_HEIGHT, visibleBox, type Transform } from "./transform";

/** Draws the part of a scene that is on the screen. */
export function paint(brush: Brush, scene: Scene, transform: Transform): void {
  const { context, size, density, palette } = brush;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  paintMargins(brush, scene, transform);
  const { k, x, y } = transform;
  context.setTransform(density * k, 0, 0, density * k, density * x, density * y);
  context.lineCap = "butt";
  paintLines(brush, scene, transform);
  paintMarks(brush, scene, { shown: itemsIn(scene.layout, visibleBox(transform, size)), k });
  context.setTransform(density, 0, 0, density, 0, 0);
  context.globalAlpha = 1;
  paintAxis(brush, scene, transform);
  context.fillStyle = palette.ink;
}

function depthsOf({ layout }: Scene): number {
  return Math.round(layout.bounds.right / COLUMN);
}

/** A hairline before each depth, as on ruled paper. */
function paintMargins({ context, palette, size }: Brush, scene: Scene, { k, x }: Transform): void {
  context.strokeStyle = palette.rule;
  context.lineWidth = 1;
  context.globalAlpha = Math.min(1, k * 2);
  context.beginPath();
  for (let depth = 0; depth < depthsOf(scene); depth++) {
    const at = Math.round(depth * COLUMN * k + x - 10 * k) + 0.5;
    context.moveTo(at, AXIS_HEIGHT);
    context.lineTo(at, size.height);
  }
  context.stroke();
  context.globalAlpha = 1;
}

function paintAxis({ context, palette, size }: Brush, scene: Scene, { k, x }: Transform): void {
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, size.width, AXIS_HEIGHT);
  context.fillStyle = palette.rule;
  context.fillRect(0, AXIS_HEIGHT - 1, size.width, 1);
  context.fillStyle = palette.soft;
  context.font = `12px ${palette.font}`;
  context.textBaseline = "middle";
  context.textAlign = "left";
  const column = COLUMN * k;
  const words = column >= 64;
  const every = words ? 1 : Math.max(1, Math.ceil(22 / column));
  for (let depth = 0; depth < depthsOf(scene); depth += every) {
    const name = depth === 0 ? (words ? "Statement" : "0") : words ? `Step ${depth}` : String(depth);
    context.fillText(name, depth * column + x, AXIS_HEIGHT / 2);
  }
}

/** Edges and writing lines: as wide as the visits; the kept paths in their colours, the lit one above all. */
function paintLines(brush: Brush, scene: Scene, transform: Transform): void {
  const { context, palette } = brush;
  const box = visibleBox(transform, brush.size);
  const { items } = scene.view;
  const { x, y } = scene.layout;
  const most = scene.moment.visits[scene.tree.root] ?? 0;
  const late: number[] = [];
  const line = (index: number, colour: string): void => {
    const item = items[index];
    if (item === undefined) return;
    const left = x[index] ?? 0;
    const base = y[index] ?? 0;
    const above = y[item.parent] ?? base;
    if (left - COLUMN > box.right || left + STEP_WIDTH < box.left) return;
    if (Math.max(base, above) + LINE < box.top || Math.min(base, above) - LINE > box.bottom) return;
    const look = lookOf(scene, item.place);
    const folded = item.kind === "pruned";
    const width = folded ? 1 : lineWidth(look.visits, most);
    context.globalAlpha = folded ? Math.min(0.8, opacityOf(look)) : opacityOf(look);
    context.strokeStyle = colour;
    context.lineWidth = Math.max(width, 0.75 / transform.k);
    context.setLineDash(folded || look.pruned || look.visits === 0 ? [3, 4] : []);
    context.beginPath();
    if (item.parent >= 0) {
      const start = left - COLUMN + STEP_WIDTH;
      const bend = (COLUMN - STEP_WIDTH) / 2;
      context.moveTo(start, above + width / 2);
      context.bezierCurveTo(
        start + bend,
        above + width / 2,
        left - bend,
        base + width / 2,
        left,
        base + width / 2,
      );
    } else context.moveTo(left, base + width / 2);
    context.lineTo(left + STEP_WIDTH, base + width / 2);
    context.stroke();
  };
  for (const [index, item] of items.entries()) {
    if (item.kind === "node" && (scene.lit.has(item.place) || isKept(scene, item.place))) late.push(index);
    else line(index, palette.ruleStrong);
  }
  for (const index of late.toSorted((a, b) => rank(scene, items[a]?.place) - rank(scene, items[b]?.place))) {
    const place = items[index]?.place ?? -1;
    const { best } = scene.moment;
    line(index, scene.lit.has(place) ? palette.accent : best.has(place) ? palette.chosen : palette.rejected);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

const isKept = ({ moment }: Scene, place: number): boolean =>
  moment.best.has(place) || moment.worst.has(place);

const rank = ({ lit }: Scene, place: number | undefined): number =>
  place !== undefined && lit.has(place) ? 1 : 0;
