import { messagePattern } from "./message-pattern";

/** How often one kind of error said the very same. */
export interface CountedError {
  readonly kind: string;
  readonly message: string;
  readonly count: number;
  readonly lastAt: number | null;
}

/** Errors with one cause: of one kind, and alike in their message. */
export interface PatternGroup {
  readonly kind: string;
  readonly pattern: string;
  readonly count: number;
  readonly lastAt: number | null;
  /** The messages themselves, each once. */
  readonly messages: readonly string[];
}

/** Errors grouped by cause, the most frequent first. */
export function groupErrors(counted: readonly CountedError[]): PatternGroup[] {
  const groups = new Map<string, PatternGroup>();
  for (const { kind, message, count, lastAt } of counted) {
    const pattern = messagePattern(message);
    const key = JSON.stringify([kind, pattern]);
    const known = groups.get(key) ?? { kind, pattern, count: 0, lastAt: null, messages: [] };
    groups.set(key, {
      kind,
      pattern,
      count: known.count + count,
      lastAt: lastAt === null ? known.lastAt : Math.max(lastAt, known.lastAt ?? lastAt),
      messages: [...known.messages, message],
    });
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}
