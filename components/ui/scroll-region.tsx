"use client";

import type { CSSProperties, ReactNode } from "react";

export interface ScrollRegionProps {
  readonly label: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/** A named part that scrolls by itself; a tab stop only while there is something to scroll. */
export function ScrollRegion({ label, ...rest }: ScrollRegionProps) {
  return <section aria-label={label} ref={focusableWhileScrollable} {...rest} />;
}

/** Keyboard users reach what overflows. For `ref`. */
export function focusableWhileScrollable(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  const update = (): void => {
    const scrolls =
      element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (scrolls) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  };
  const observer = new ResizeObserver(update);
  observer.observe(element);
  for (const child of element.children) observer.observe(child);
  return () => {
    observer.disconnect();
  };
}
