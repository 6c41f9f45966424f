"use client";

import { useCallback, useEffect, useState } from "react";

/**
 * The number of the item in view, or null where there is none. It is in the address, and changes without a navigation:
 * the item that follows is here already.
 */
export function useShown(start: number | null, addressOf: (number: number | null) => string) {
  const [shown, setShown] = useState(start);
  useEffect(() => {
    const follow = (): void => {
      setShown(numberIn(window.location.pathname));
    };
    window.addEventListener("popstate", follow);
    return () => {
      window.removeEventListener("popstate", follow);
    };
  }, []);
  const go = useCallback(
    (number: number | null, how: "push" | "replace" = "push") => {
      setShown(number);
      const address = addressOf(number);
      if (how === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [addressOf],
  );
  return { shown, go };
}

function numberIn(pathname: string): number | null {
  const text = /\/review\/items\/([1-9]\d{0,9})$/.exec(pathname)?.[1];
  return text === undefined ? null : Number(text);
}
