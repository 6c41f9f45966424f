/** Replaces lone surrogates, which no UTF-8 file or JSON reader accepts, by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
