import type { Scorer, SearchMode } from "@/server/sphere/config";

/**
 * The search mode that goes with a newly chosen scorer: two paths where a process reward model values every step,
 * as published; rollouts first where nothing but rollouts can, since two paths would be dear then. A person's other
 * choice stays.
 */
export function proposeMode(mode: SearchMode, scorer: Scorer): SearchMode {
  if (scorer === "prm") return mode === "omega" ? "two-path" : mode;
  return mode === "two-path" ? "omega" : mode;
}
