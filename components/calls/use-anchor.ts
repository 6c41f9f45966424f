"use client";

import { useState, useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  window.addEventListener("popstate", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
    window.removeEventListener("popstate", listener);
  };
}

/** What the address points at on this page: the part after `#`, or "". */
export function useAnchor(): string {
  return useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => "",
  );
}

/** For `ref` of what the address points at: brings it into view once it is there. */
export function scrollToTarget(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "start" });
}

export interface Fold {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** Whether the address points at it. */
  readonly target: boolean;
}

/** Open or folded; a link to `anchor` opens it, whatever was chosen before. */
export function useFold(anchor: string, initiallyOpen: boolean): Fold {
  const target = useAnchor() === anchor;
  const [choice, setChoice] = useState<{ readonly open: boolean; readonly target: boolean } | null>(null);
  return {
    open: choice?.target === target ? choice.open : initiallyOpen || target,
    setOpen: (open) => {
      setChoice({ open, target });
    },
    target,
  };
}
