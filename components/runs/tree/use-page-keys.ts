"use client";

import { useEffect, useEffectEvent } from "react";

/**
 * Keys of the whole page, by what they write (`?`, `+`), whatever the keyboard's layout. Off while a person types,
 * in a dialog, and together with Ctrl, Alt or Meta.
 */
export function usePageKeys(keys: Readonly<Record<string, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(ELSEWHERE) !== null) return;
    const action = keys[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("keydown", press);
    };
  }, []);
}

const ELSEWHERE =
  "input:not([type=range]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog]";
