"use client";

import { useState } from "react";
import type { Side } from "@/server/review/review.schema";

/** How the page is looked at; stays from item to item. */
export function useLook() {
  const [raw, setRaw] = useState(false);
  const [facts, setFacts] = useState(false);
  const [guidelines, setGuidelines] = useState(false);
  const [sheet, setSheet] = useState(false);
  const [side, setSide] = useState<Side>("left");
  /** The side whose chain is being edited. */
  const [editing, setEditing] = useState<Side | null>(null);
  /** A conflict that is decided on is settled for all, unless the person says otherwise. */
  const [settles, setSettles] = useState(true);
  return {
    raw,
    setRaw,
    facts,
    setFacts,
    guidelines,
    setGuidelines,
    sheet,
    setSheet,
    side,
    setSide,
    editing,
    setEditing,
    settles,
    setSettles,
  };
}

export type Look = ReturnType<typeof useLook>;
