/** A stream of numbers in [0, 1), the same for the same text (FNV-1a into mulberry32). */
export function seededRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++)
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An id made of a text: two streams' first numbers, far from colliding within a test. */
export function textId(text: string): string {
  const digits = ["a", "b"].map((salt) => Math.floor(seededRandom(salt + text)() * 2 ** 32).toString(36));
  return digits.join("");
}
