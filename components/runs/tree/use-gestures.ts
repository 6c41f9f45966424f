"use client";

import { useEffect, useEffectEvent, type RefObject } from "react";
import { zoomedAt, type Point } from "./transform";
import type { Viewport } from "./viewport";

/** Movement below this many pixels is a click. */
const STILL = 5;
const WHEEL_LINE = 32;

interface Gestures {
  readonly viewport: Viewport;
  /** A click or tap that was no drag, at a point of the element. */
  readonly onPress: (point: Point, target: EventTarget | null) => void;
  readonly onDoublePress: (point: Point) => void;
}

/** Drag and wheel move the window, pinch and Ctrl with the wheel zoom; with mouse, pen and fingers alike. */
export function useGestures(
  element: RefObject<HTMLElement | null>,
  { viewport, onPress, onDoublePress }: Gestures,
): void {
  const press = useEffectEvent(onPress);
  const doublePress = useEffectEvent(onDoublePress);
  useEffect(() => {
    const host = element.current;
    if (host === null) return undefined;
    const fingers = new Map<number, Point>();
    let moved = 0;
    const at = (event: MouseEvent): Point => {
      const box = host.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0 || isControl(event.target)) return;
      if (fingers.size === 0) moved = 0;
      fingers.set(event.pointerId, at(event));
    };
    const move = (event: PointerEvent): void => {
      const from = fingers.get(event.pointerId);
      if (from === undefined) return;
      const to = at(event);
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      moved += Math.hypot(dx, dy);
      if (moved < STILL) return;
      if (!host.hasPointerCapture(event.pointerId)) host.setPointerCapture(event.pointerId);
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
      fingers.set(event.pointerId, to);
      const before = viewport.transform();
      if (other === undefined) {
        viewport.move({ ...before, x: before.x + dx, y: before.y + dy });
        return;
      }
      const middle = { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 };
      const factor = distance(to, other) / Math.max(1, distance(from, other));
      const panned = { ...before, x: before.x + dx / 2, y: before.y + dy / 2 };
      viewport.move(zoomedAt(panned, factor, middle));
    };
    const up = (event: PointerEvent): void => {
      const known = fingers.delete(event.pointerId);
      if (known && moved < STILL && event.type === "pointerup") press(at(event), event.target);
    };
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE : 1;
      const before = viewport.transform();
      if (event.ctrlKey || event.metaKey) {
        viewport.move(zoomedAt(before, Math.exp((-event.deltaY * unit) / 240), at(event)));
        return;
      }
      const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      viewport.move({ ...before, x: before.x - dx * unit, y: before.y - dy * unit });
    };
    const double = (event: MouseEvent): void => {
      if (!isControl(event.target)) doublePress(at(event));
    };
    host.addEventListener("pointerdown", down);
    host.addEventListener("pointermove", move);
    host.addEventListener("pointerup", up);
    host.addEventListener("pointercancel", up);
    host.addEventListener("wheel", wheel, { passive: false });
    host.addEventListener("dblclick", double);
    return () => {
      host.removeEventListener("pointerdown", down);
      host.removeEventListener("pointermove", move);
      host.removeEventListener("pointerup", up);
      host.removeEventListener("pointercancel", up);
      host.removeEventListener("wheel", wheel);
      host.removeEventListener("dblclick", double);
    };
  }, [element, viewport]);
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Buttons that lie over the tree work as buttons. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, input, select") !== null;
}
