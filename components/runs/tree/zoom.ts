import type { Box } from "./layout";
import { fitted, zoomedAt } from "./transform";
import type { Viewport } from "./viewport";

const FACTOR = 1.35;

/** A step larger or smaller around the middle of the window. */
export function zoom(viewport: Viewport, direction: "in" | "out"): void {
  const { width, height } = viewport.size();
  const factor = direction === "in" ? FACTOR : 1 / FACTOR;
  viewport.glide(zoomedAt(viewport.transform(), factor, { x: width / 2, y: height / 2 }));
}

/** The whole tree in the window. */
export function zoomToFit(viewport: Viewport, bounds: Box): void {
  viewport.glide(fitted(bounds, viewport.size()));
}
