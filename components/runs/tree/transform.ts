import type { Box } from "./layout";

/** From the world to the screen: `screen = world * k + (x, y)`. */
export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const SMALLEST = 0.04;
export const LARGEST = 2;
/** Height of the strip that names the depths; nothing is fitted under it. */
export const AXIS_HEIGHT = 24;
const MARGIN = 24;
/** Room for the zoom buttons at the right. */
const BUTTONS = 60;
/** A whole tree is shown at first if it can be read so. */
const READABLE = 0.6;

export function toWorld({ x, y, k }: Transform, point: Point): Point {
  return { x: (point.x - x) / k, y: (point.y - y) / k };
}

/** The part of the world that is on the screen, and `more` pixels around it. */
export function visibleBox(transform: Transform, size: Size, more = 0): Box {
  const from = toWorld(transform, { x: -more, y: -more });
  const to = toWorld(transform, { x: size.width + more, y: size.height + more });
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Larger or smaller by a factor, with the point of the screen staying where it is. */
export function zoomedAt(transform: Transform, factor: number, point: Point): Transform {
  const k = within(transform.k * factor, SMALLEST, LARGEST);
  const fixed = toWorld(transform, point);
  return { k, x: point.x - fixed.x * k, y: point.y - fixed.y * k };
}

/** The whole box in the middle of the screen, never larger than life. */
export function fitted(box: Box, { width, height }: Size): Transform {
  const wide = Math.max(1, box.right - box.left);
  const high = Math.max(1, box.bottom - box.top);
  const room = { width: width - 2 * MARGIN, height: height - AXIS_HEIGHT - 2 * MARGIN };
  const k = within(Math.min(room.width / wide, room.height / high), SMALLEST, 1);
  return {
    k,
    x: MARGIN + Math.max(0, (room.width - wide * k) / 2) - box.left * k,
    y: AXIS_HEIGHT + MARGIN - box.top * k,
  };
}

/** How a tree is first shown: whole if it can be read so, else from a point (the root, or a selected node) at life size. */
export function firstShown(
  box: Box,
  size: Size,
  { at, selected }: { at: Point; selected: boolean },
): Transform {
  const whole = fitted(box, size);
  if (whole.k >= READABLE) return whole;
  const k = size.width < 480 ? 0.8 : 0.9;
  if (!selected) return { k, x: MARGIN - at.x * k, y: AXIS_HEIGHT + MARGIN + (at.y - box.top) * k };
  return { k, x: Math.min(MARGIN, size.width * 0.35 - at.x * k), y: size.height / 2 - at.y * k };
}

/** Moved just so far that a box of the world is on the screen; the same where it is already. */
export function revealed(transform: Transform, box: Box, { width, height }: Size): Transform {
  const { k } = transform;
  const left = box.left * k + transform.x;
  const right = box.right * k + transform.x;
  const top = box.top * k + transform.y;
  const bottom = box.bottom * k + transform.y;
  return {
    k,
    x: transform.x + shift({ from: left, to: right }, { from: MARGIN, to: width - BUTTONS }),
    y: transform.y + shift({ from: top, to: bottom }, { from: AXIS_HEIGHT + MARGIN, to: height - MARGIN }),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function shift(part: Span, room: Span): number {
  if (part.from < room.from || part.to - part.from > room.to - room.from) return room.from - part.from;
  return part.to > room.to ? room.to - part.to : 0;
}
