"use client";

import { useEffect, useState } from "react";
import { Stopwatch } from "./stopwatch";

/** Milliseconds that the item was in view, the page being seen. */
export function useViewTime(number: number | null): () => number {
  const [watch] = useState(() => new Stopwatch(() => performance.now()));
  useEffect(() => {
    watch.restart(number !== null && document.visibilityState === "visible");
    const follow = (): void => {
      watch.run(document.visibilityState === "visible");
    };
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
    };
  }, [number, watch]);
  return () => watch.read();
}
