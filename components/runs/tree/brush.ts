import type { Palette } from "./palette";
import type { Size } from "./transform";

/** A canvas of one size in the colours of one theme. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly size: Size;
  /** Device pixels a pixel. */
  readonly density: number;
}
