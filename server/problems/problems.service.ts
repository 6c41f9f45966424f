import { AppError } from "@/server/foundation/errors";
import { requireSet } from "./problem-sets.service";
import type { ProblemsContext } from "./problems-context";
import { countProblems, findProblem, neighbours, pageOfProblems, twins } from "./problems.repo";
import { PAGE_SIZE, type ListProblems } from "./problems.schema";

type DbOnly = Pick<ProblemsContext, "db">;

/** One page of a set's problems. A page past the end is the last one. */
export function listProblems(ctx: DbOnly, input: ListProblems) {
  requireSet(ctx, input.setId);
  const total = countProblems(ctx.db, input);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(input.page, pages);
  return {
    items: pageOfProblems(ctx.db, { ...input, page }, PAGE_SIZE),
    total,
    page,
    pages,
    size: PAGE_SIZE,
  };
}

/** A problem with its set, the ones before and after it, and the sets that hold the same statement. */
export function getProblem(ctx: DbOnly, problemId: string) {
  const row = findProblem(ctx.db, problemId);
  if (row === null)
    throw new AppError("not-found", `There is no problem ${problemId}.`, {
      field: "problemId",
      fix: "Go back to the set and choose one.",
    });
  const { id, name, kind, problemCount } = requireSet(ctx, row.setId);
  return {
    ...row,
    set: { id, name, kind, problemCount },
    ...neighbours(ctx.db, row),
    twins: twins(ctx.db, row),
  };
}
