import { bandHashes, minHash, mix } from "./min-hash";
import { readWords } from "./words";

/** Words in a shingle. Two, since one changed number spoils that many shingles: README.md has what each size misses. */
const SHINGLE = 2;

/** A problem in the form in which it is compared. Words are 32-bit hashes: what they find is confirmed on the words themselves. */
export interface PreparedText {
  readonly id: string;
  /** The same for the same problem, however it is spaced, punctuated or spelt. */
  readonly key: string;
  readonly words: Uint32Array;
  readonly sentences: readonly PreparedSentence[];
  /** Distinct shingles, sorted. */
  readonly shingles: Uint32Array;
  readonly bands: Uint32Array;
}

interface PreparedSentence {
  readonly key: string;
  readonly words: number;
}

/** Reads a problem's statement for comparison. */
export function prepareText({
  id,
  statement,
}: {
  readonly id: string;
  readonly statement: string;
}): PreparedText {
  const { sentences, sentenceKeys, drawing } = readWords(statement);
  const words = Uint32Array.from(sentences.flat(), hashWord);
  const shingles = shinglesOf(words);
  return {
    id,
    key: `${sentenceKeys.join("")}|${drawing}`,
    words,
    sentences: sentenceKeys.map((key, index) => ({ key, words: sentences[index]?.length ?? 0 })),
    shingles,
    bands: bandHashes(minHash(shingles)),
  };
}

/** The hash of `length` words from `start` on. */
export function gramHash(words: Uint32Array, start: number, length: number): number {
  let hash = length;
  for (let at = start; at < start + length; at++) hash = mix(Math.imul(hash, 31) ^ (words[at] ?? 0));
  return hash;
}

function shinglesOf(words: Uint32Array): Uint32Array {
  const distinct = new Set<number>();
  for (let start = 0; start + SHINGLE <= words.length; start++) distinct.add(gramHash(words, start, SHINGLE));
  return Uint32Array.from(distinct).toSorted();
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01_00_01_93);
  return hash >>> 0;
}
