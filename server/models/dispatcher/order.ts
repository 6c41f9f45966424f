export interface Priority {
  /** Steps in the prefix. */
  readonly depth: number;
  /** Place of the problem in its run; earlier ones are nearer their end. */
  readonly problemPosition: number;
  /** Order of submission. */
  readonly sequence: number;
}

/** Which of two waiting calls goes first (negative: `a`): the deeper prefix, then the earlier problem, then the earlier call. */
export function compareCalls(a: Priority, b: Priority): number {
  return b.depth - a.depth || a.problemPosition - b.problemPosition || a.sequence - b.sequence;
}
