import type { Db } from "@/db/client";
import { groupErrors, type CountedError } from "@/server/jobs/group-errors";
import {
  countFailedCalls,
  countFailedProblems,
  exampleCalls,
  exampleProblems,
  type ErrorExample,
} from "./errors.repo";
import { getRun } from "./runs.service";

/** Messages of one pattern by which its examples are looked up. */
const MESSAGES_LOOKED_UP = 20;

/** Errors with one cause: of one kind, and alike in their message. */
export interface ErrorGroup {
  readonly of: "calls" | "problems";
  /** Kind of the engine's error, or `problem-failed`. */
  readonly kind: string;
  readonly pattern: string;
  readonly count: number;
  readonly lastAt: number | null;
  /** The newest ones. */
  readonly examples: readonly ErrorExample[];
}

/** Failed problems, then failed calls, grouped by cause, the most frequent first. */
export function errorGroups(
  db: Db,
  params: { readonly runId: string; readonly examples: number },
): ErrorGroup[] {
  const { runId, examples: limit } = params;
  getRun(db, runId);
  const groups = (of: ErrorGroup["of"], counted: readonly CountedError[]): ErrorGroup[] =>
    groupErrors(counted).map(({ messages, ...group }) => {
      const looked = { runId, limit, kind: group.kind, messages: messages.slice(0, MESSAGES_LOOKED_UP) };
      return {
        of,
        ...group,
        examples: of === "calls" ? exampleCalls(db, looked) : exampleProblems(db, looked),
      };
    });
  return [
    ...groups("problems", countFailedProblems(db, runId)),
    ...groups("calls", countFailedCalls(db, runId)),
  ];
}
