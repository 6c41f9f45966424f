import type { MatchKind } from "../contamination.schema";
import { WHY } from "./candidates";
import { GRAM } from "./find-grams";
import { longestRun } from "./longest-run";
import { jaccard } from "./min-hash";
import type { PreparedText } from "./prepare-text";

/** Jaccard similarity of shingles from which two problems are near-duplicates; README.md has what others find and miss. */
const NEAR = 0.5;

export interface Likeness {
  readonly kind: MatchKind;
  readonly similarity: number;
  readonly sharedWords: number;
}

/** Looks at the problems themselves, since signatures and hashes only hint. Null: they are not alike. */
export function confirm(a: PreparedText, b: PreparedText, reasons: number): Likeness | null {
  const similarity = jaccard(a.shingles, b.shingles);
  if (reasons === WHY.near && similarity < NEAR) return null;
  const sharedWords = longestRun(a.words, b.words);
  const likeness = { similarity, sharedWords };
  if ((reasons & WHY.exact) !== 0) return { ...likeness, kind: "exact" };
  if (hasRun({ a, b, reasons, sharedWords })) return { ...likeness, kind: "n-gram" };
  return similarity >= NEAR ? { ...likeness, kind: "near-duplicate" } : null;
}

interface Run {
  readonly a: PreparedText;
  readonly b: PreparedText;
  readonly reasons: number;
  readonly sharedWords: number;
}

function hasRun({ a, b, reasons, sharedWords }: Run): boolean {
  const shorter = Math.min(a.words.length, b.words.length);
  if ((reasons & WHY.whole) !== 0 && sharedWords >= shorter) return true;
  if (sharedWords < GRAM) return false;
  if ((reasons & WHY.gram) !== 0) return true;
  // A manner of speaking is no match, unless it is half of a problem: then many problems are copies of one.
  return (reasons & WHY.commonGram) !== 0 && sharedWords * 2 >= shorter;
}
