/** Length of the longest run of words that stands in both, in words. */
export function longestRun(a: Uint32Array, b: Uint32Array): number {
  // lengths[j + 1]: the run that ends with the word before a[i] and with b[j].
  const lengths = new Uint32Array(b.length + 1);
  let longest = 0;
  for (const word of a) {
    for (let j = b.length - 1; j >= 0; j--) {
      const length = word === b[j] ? (lengths[j] ?? 0) + 1 : 0;
      lengths[j + 1] = length;
      if (length > longest) longest = length;
    }
  }
  return longest;
}
