/** A number in [0, 1) that depends on the content alone: the same draw in every run, whatever order things come in. */
export function contentChance(content: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < content.length; index++)
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193);
  // FNV's high bits depend little on the last characters: mix before taking a share (murmur3 finaliser).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
