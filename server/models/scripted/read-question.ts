import type { AnswerBook } from "./answer-book";
import { makePlan, type Plan } from "./plan";

/** The problem that a prompt states, and the way in which the double solves it. */
export function planFor(
  question: string,
  answerOf: AnswerBook,
): { readonly statement: string; readonly plan: Plan } {
  const statement = statementIn(question);
  return { statement, plan: makePlan(statement, answerOf(question) ?? guessAnswer(statement)) };
}

/** The problem without the instructions around it, whichever prompt it is in. */
function statementIn(question: string): string {
  const [head = ""] = question
    .replace(/^Problem:\s*/, "")
    .split(/\n\n(?:Flawed|Student's)? ?[Ss]olution:|\nSolve step by step/);
  return head.trim();
}

/** The steps of the solution that a prompt shows. */
export function stepsIn(question: string): string[] {
  const [, after = ""] = question.split(/[Ss]olution:\n/);
  const [shown = ""] = after.split(/\n\nThe final answer/);
  return shown.split(/(?=^Step \d+:)/m).filter((step) => /^Step \d+:/.test(step));
}

/** For problems that no answer book knows: some number that the statement decides. */
function guessAnswer(statement: string): string {
  return String(
    [...statement.matchAll(/\d+/g)].reduce((sum, [digits]) => (sum + Number(digits)) % 10_000, 0),
  );
}
