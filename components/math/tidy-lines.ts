interface Neighbours {
  readonly afterBlock: boolean;
  readonly beforeBlock: boolean;
}

/** Line breaks kept, but none beside what stands on a line of its own, and no more than one blank line. */
export function tidyLines(text: string, { afterBlock, beforeBlock }: Neighbours): string {
  let tidy = text.replaceAll(/\n(?:[^\S\n]*\n){2,}/g, "\n\n");
  if (afterBlock) tidy = tidy.replace(/^\s*\n/, "");
  if (beforeBlock) tidy = tidy.trimEnd();
  return tidy;
}
