import type { Size, Transform } from "./transform";

/**
 * Where the window over a tree stands. It changes with every frame of a drag, so that it lives outside of React:
 * the canvas and the labels follow it by themselves, and only what must change with it is rendered anew.
 */
export interface Viewport {
  readonly transform: () => Transform;
  readonly size: () => Size;
  readonly resize: (size: Size) => void;
  readonly move: (to: Transform) => void;
  /** Goes there within a moment, or at once for people who want less motion. */
  readonly glide: (to: Transform) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const GLIDE_MS = 180;

export function createViewport(): Viewport {
  let transform: Transform = { x: 0, y: 0, k: 1 };
  let size: Size = { width: 0, height: 0 };
  let frame = 0;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const put = (to: Transform): void => {
    transform = to;
    tell();
  };
  return {
    transform: () => transform,
    size: () => size,
    resize: (next) => {
      size = next;
      tell();
    },
    move: (to) => {
      cancelAnimationFrame(frame);
      put(to);
    },
    glide: (to) => {
      cancelAnimationFrame(frame);
      const from = transform;
      if (from.x === to.x && from.y === to.y && from.k === to.k) return;
      if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
        put(to);
        return;
      }
      const start = performance.now();
      const step = (now: number): void => {
        const share = Math.min(1, Math.max(0, now - start) / GLIDE_MS);
        const eased = 1 - (1 - share) ** 3;
        put({
          x: from.x + (to.x - from.x) * eased,
          y: from.y + (to.y - from.y) * eased,
          k: from.k + (to.k - from.k) * eased,
        });
        if (share < 1) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
