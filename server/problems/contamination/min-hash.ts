/**
 * MinHash (Broder 1997): the share of equal places of two signatures estimates the Jaccard similarity of the sets they were
 * made of. Signatures are cut into bands (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4): two sets of
 * similarity s agree on one of b bands of r places with the chance 1 - (1 - s^r)^b.
 */
const BANDS = 64;
const BAND_ROWS = 2;
const PLACES = BANDS * BAND_ROWS;

/** The smallest value of each of 128 hash functions over the members of a set. The functions are the same for ever. */
export function minHash(members: Iterable<number>): Uint32Array {
  const signature = new Uint32Array(PLACES).fill(0xff_ff_ff_ff);
  for (const member of members) {
    const spread = mix(member);
    for (let place = 0; place < PLACES; place++) {
      const hash = mix(spread ^ (SEEDS[place] ?? 0));
      if (hash < (signature[place] ?? 0)) signature[place] = hash;
    }
  }
  return signature;
}

/** The hash of each band, told apart by its number: sets that share one are candidates. */
export function bandHashes(signature: Uint32Array): Uint32Array {
  const bands = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band++) {
    let hash = mix(band + 1);
    for (let row = 0; row < BAND_ROWS; row++) hash = mix(hash ^ (signature[band * BAND_ROWS + row] ?? 0));
    bands[band] = hash;
  }
  return bands;
}

/** Share of members that both have, of all that any has: both sorted, without repeats. Two empty sets have none. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) both++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const all = a.length + b.length - both;
  return all === 0 ? 0 : both / all;
}

/** A bijection of 32-bit numbers without visible pattern (the finaliser of MurmurHash3, in the public domain). */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const SEEDS = Uint32Array.from({ length: PLACES }, (_, place) => mix(Math.imul(place + 1, 0x9e_37_79_b9)));
