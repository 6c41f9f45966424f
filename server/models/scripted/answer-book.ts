import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { problems } from "@/db/schema";

/** The reference answer of the problem that a prompt states, or null where it is not known. */
export type AnswerBook = (prompt: string) => string | null;

/** An answer book from statements to answers; the longest statement that the prompt holds decides. */
export function answerBook(answers: ReadonlyMap<string, string>): AnswerBook {
  const byLength = [...answers].toSorted(([a], [b]) => b.length - a.length);
  return remember((prompt) => byLength.find(([statement]) => prompt.includes(statement))?.[1] ?? null);
}

/** An answer book over every imported problem. */
export function databaseAnswerBook(db: Db): AnswerBook {
  return remember((prompt) => {
    const row = db
      .select({ answer: problems.answer })
      .from(problems)
      .where(sql`instr(${prompt}, ${problems.statement}) > 0`)
      .orderBy(sql`length(${problems.statement}) desc`)
      .limit(1)
      .get();
    return row?.answer ?? null;
  });
}

/** Problems are asked about many times in a row, and looking through all of them takes a while. */
function remember(look: AnswerBook): AnswerBook {
  const known = new Map<string, string>();
  return (prompt) => {
    const before = known.get(prompt);
    if (before !== undefined) return before;
    const answer = look(prompt);
    if (answer !== null) known.set(prompt, answer);
    return answer;
  };
}
