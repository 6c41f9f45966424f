const WORDS: ReadonlyMap<string, string> = new Map([
  ["correct", "right"],
  ["incorrect", "wrong"],
  ["no-answer", "no answer"],
  ["unparsable", "unreadable answer"],
  ["timeout", "not decided in time"],
  ["bad-reference", "bad reference answer"],
]);

/** A grader's verdict in plain words; one of another version that is not known here stays as it is. */
export function verdictWord(verdict: string): string {
  return WORDS.get(verdict) ?? verdict;
}
