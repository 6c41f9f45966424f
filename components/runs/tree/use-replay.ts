"use client";

import { useEffect, useMemo, useState } from "react";
import { growthOf, momentAfter, storedMoment } from "./replay";
import type { Place, Tree } from "./tree";

export const SPEEDS = [1, 2, 4, 10] as const;
export type Speed = (typeof SPEEDS)[number];

const NOTHING: ReadonlySet<Place> = new Set();

/** Where a replay of the growth stands; outside of one, the tree as it is stored. */
export function useReplay(tree: Tree) {
  const [at, setAt] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(2);
  const growth = useMemo(() => growthOf(tree), [tree]);
  const step = at === null ? null : Math.min(at, growth.length);
  const moment = useMemo(
    () => (step === null ? storedMoment(tree) : momentAfter(tree, growth, step)),
    [tree, growth, step],
  );
  const move = step === null ? undefined : growth[step - 1];
  const fresh = useMemo(
    () => (move === undefined ? NOTHING : new Set([...move.added, ...move.right, ...move.wrong])),
    [move],
  );
  const isPlaying = playing && step !== null && step < growth.length;
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => {
      setAt((before) => Math.min((before ?? 0) + 1, growth.length));
    }, 1000 / speed);
    return () => {
      clearInterval(timer);
    };
  }, [isPlaying, speed, growth.length]);
  const go = (to: number): void => {
    setPlaying(false);
    setAt(Math.min(growth.length, Math.max(0, to)));
  };
  return {
    /** Steps done, from 0; null outside of a replay. */
    step,
    steps: growth.length,
    /** Whether the run logged its growth; else the order of its chains stands for it. */
    isLogged: tree.columns.growth !== null,
    move: move ?? null,
    moment,
    fresh,
    isPlaying,
    speed,
    setSpeed,
    go,
    playOrPause: (): void => {
      if (step === null || step >= growth.length) setAt(0);
      setPlaying(!isPlaying);
    },
    leave: (): void => {
      setPlaying(false);
      setAt(null);
    },
  };
}

export type Replay = ReturnType<typeof useReplay>;
