/** Repeated or empty text shorter than this is left alone: long decimals and tables repeat, too. */
const MIN_REPEATED = 240;
/** A block counts as repeated without end after this many copies. */
const MIN_COPIES = 4;
/** Longest block looked for, in characters; four copies of it fill the window. */
const MAX_PERIOD = 256;
const WINDOW = MAX_PERIOD * MIN_COPIES;
/** This many characters in a row without one letter or digit are no mathematics. */
const MAX_WITHOUT_WORDS = 300;

/**
 * Whether the end of `text` is a loop that will not end by itself: a block of up to 256 characters repeated at
 * least four times and over at least 240 characters, or 300 characters with no letter or digit (brackets, say).
 * Looks at the last 1,024 characters only, so it is cheap to ask while a text grows.
 */
export function isRunaway(text: string): boolean {
  const tail = text.slice(-WINDOW);
  return endsWithoutWords(tail) || endsInLoop(tail);
}

function endsWithoutWords(tail: string): boolean {
  return tail.length >= MAX_WITHOUT_WORDS && !/[\p{L}\p{N}]/u.test(tail.slice(-MAX_WITHOUT_WORDS));
}

/** Knuth-Morris-Pratt borders of the reversed tail give the smallest period of each of its suffixes. */
function endsInLoop(tail: string): boolean {
  const border = new Uint16Array(tail.length);
  const at = (index: number): string => tail.charAt(tail.length - 1 - index);
  let matched = 0;
  for (let i = 1; i < tail.length; i++) {
    while (matched > 0 && at(i) !== at(matched)) matched = border[matched - 1] ?? 0;
    if (at(i) === at(matched)) matched += 1;
    border[i] = matched;
    const length = i + 1;
    const period = length - matched;
    if (period <= MAX_PERIOD && length >= Math.max(MIN_REPEATED, MIN_COPIES * period)) return true;
  }
  return false;
}
