import type { Db } from "@/db/client";
import { contentId } from "@/server/foundation/ids";
import { fingerprint } from "./fingerprint";
import type { ImportTally } from "./import-tally";
import { appendProblems, findByExternalIds, type NewProblem } from "./problems.repo";
import type { ProblemLine } from "./problems.schema";

export interface NumberedProblem {
  readonly line: number;
  readonly problem: ProblemLine;
}

interface Batch {
  readonly setId: string;
  readonly problems: readonly NumberedProblem[];
  readonly tally: ImportTally;
}

/** Adds what is new; counts what is there already; refuses an id that now stands for something else. */
export function addBatch(db: Db, { setId, problems, tally }: Batch): void {
  const ids = problems.map(({ problem }) => problem.id);
  const known = new Map(findByExternalIds(db, setId, ids).map((row) => [row.externalId, contentOf(row)]));
  const fresh: NewProblem[] = [];
  for (const { line, problem } of problems) {
    const row = toRow(setId, problem);
    const content = contentOf(row);
    const there = known.get(problem.id);
    if (there === undefined) {
      known.set(problem.id, content);
      fresh.push(row);
      continue;
    }
    const changed = CONTENT.find((field) => content[field] !== there[field]);
    if (changed === undefined) tally.duplicates++;
    else
      tally.fault(
        line,
        `id: "${problem.id}" is already in this set with another ${changed}. Give this problem its own id, or remove the set first.`,
      );
  }
  const added = appendProblems(db, setId, fresh);
  tally.added += added;
  tally.duplicates += fresh.length - added;
}

function toRow(setId: string, problem: ProblemLine): NewProblem {
  return {
    id: contentId("prb", [setId, problem.id]),
    setId,
    externalId: problem.id,
    statement: problem.problem,
    answer: problem.answer,
    solution: problem.solution ?? null,
    level: problem.level ?? null,
    subject: problem.subject ?? null,
    source: problem.source ?? null,
    grading: problem.grading ?? null,
    fingerprint: fingerprint(problem.problem),
  };
}

/** What makes two lines with one id the same problem; where they came from does not. */
const CONTENT = ["statement", "answer", "solution", "level", "subject", "grading"] as const;
type Content = Readonly<Record<(typeof CONTENT)[number], string | null>>;

function contentOf({ statement, answer, solution, level, subject, grading }: NewProblem): Content {
  const sorted = grading === null ? null : Object.entries(grading).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    statement,
    answer,
    solution,
    level,
    subject,
    grading: sorted === null ? null : JSON.stringify(sorted),
  };
}
