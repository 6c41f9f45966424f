/** A stream of numbers in [0, 1), the same for the same seed. Not for secrets. */
export type Rng = () => number;

/** sfc32 seeded by the FNV-1a hash of a text (public-domain generators; PractRand-clean). */
export function seededRng(seed: string): Rng {
  let [a, b, c, d] = [fnv1a(`${seed}/a`), fnv1a(`${seed}/b`), fnv1a(`${seed}/c`), 1];
  const next: Rng = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}

/** A new array in random order. */
export function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const keyed = items.map((item) => ({ item, key: rng() }));
  return keyed.toSorted((x, y) => x.key - y.key).map(({ item }) => item);
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash | 0;
}
