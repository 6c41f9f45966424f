import type { Candidates } from "./candidates";
import { GRAM } from "./find-grams";
import { gramHash, type PreparedText } from "./prepare-text";
import { addTo, visit, type Sides } from "./sides";

/** The shortest run of words that says something (GPT-3, appendix C: 8). */
const SHORTEST = 8;

/**
 * Problems too short for 13 words in a row. One of 8 to 12 words must stand whole in the other, whichever is the shorter. A
 * benchmark's problem of fewer words must be whole sentences of the training problem; a training problem of fewer words
 * says too little to be a part of anything.
 */
export async function findWhole(sides: Sides, candidates: Candidates): Promise<void> {
  const { training, benchmark, pause } = sides;
  await eachInside({ shorter: benchmark, longer: training, pause }, (inner, outer) =>
    candidates.note(outer, inner, "whole"),
  );
  await eachInside({ shorter: training, longer: benchmark, pause }, (inner, outer) =>
    candidates.note(inner, outer, "whole"),
  );
  await findWholeSentences(sides, candidates);
}

interface Inside {
  readonly shorter: readonly PreparedText[];
  readonly longer: readonly PreparedText[];
  readonly pause: Sides["pause"];
}

async function eachInside(
  { shorter, longer, pause }: Inside,
  found: (inner: number, outer: number) => void,
): Promise<void> {
  const whole = new Map<number, number[]>();
  const lengths = new Set<number>();
  for (const [index, { words }] of shorter.entries()) {
    if (words.length < SHORTEST || words.length >= GRAM) continue;
    addTo(whole, gramHash(words, 0, words.length), index);
    lengths.add(words.length);
  }
  await visit(longer, pause, ({ words }, outer) => {
    for (const length of lengths) {
      for (let start = 0; start + length <= words.length; start++) {
        for (const inner of whole.get(gramHash(words, start, length)) ?? []) found(inner, outer);
      }
    }
  });
}

async function findWholeSentences(
  { training, benchmark, pause }: Sides,
  candidates: Candidates,
): Promise<void> {
  const tiny = new Map<string, number[]>();
  for (const [index, { key, words }] of benchmark.entries())
    if (key !== "|" && words.length < SHORTEST) addTo(tiny, key, index);
  if (tiny.size === 0) return;
  await visit(training, pause, ({ sentences }, index) => {
    for (let first = 0; first < sentences.length; first++) {
      let key = "";
      let words = 0;
      for (const sentence of sentences.slice(first)) {
        key += sentence.key;
        words += sentence.words;
        if (words >= SHORTEST) break;
        for (const other of tiny.get(`${key}|`) ?? []) candidates.note(index, other, "whole");
      }
    }
  });
}
