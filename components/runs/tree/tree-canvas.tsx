"use client";

import { useEffect, useRef } from "react";
import { paint } from "./paint";
import type { Scene } from "./scene";
import { usePalette } from "./use-palette";
import type { Viewport } from "./viewport";

interface TreeCanvasProps {
  readonly scene: Scene;
  readonly viewport: Viewport;
}

/** The drawing of a tree; what it says stands in the tree items over it. */
export function TreeCanvas({ scene, viewport }: TreeCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette(canvas);
  useEffect(() => {
    const context = canvas.current?.getContext("2d") ?? null;
    if (context === null || palette === null) return undefined;
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      const size = viewport.size();
      const density = window.devicePixelRatio;
      const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
      if (context.canvas.width !== width || context.canvas.height !== height) {
        context.canvas.width = width;
        context.canvas.height = height;
      }
      paint({ context, palette, size, density }, scene, viewport.transform());
    };
    const drawSoon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    draw();
    const unsubscribe = viewport.subscribe(drawSoon);
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
    };
  }, [scene, viewport, palette]);
  return <canvas ref={canvas} aria-hidden className="pointer-events-none absolute inset-0 size-full" />;
}
