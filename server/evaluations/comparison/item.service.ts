import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import type { EvaluationView } from "../evaluation-view";
import { rulingsFor } from "../regrade/rulings.repo";
import { problemsOf } from "./comparison.repo";
import type { CompareItemInput } from "./comparison.schema";
import type { ComparedItem, ComparedModel, ItemSide } from "./comparison-view";
import { filterItems, withProblems } from "./filter-items";
import { answerTexts, itemError } from "./item-answers-text.repo";
import { readPair } from "./read-pair";
import { requirePair } from "./require-pair";
import { comparedModel } from "./subjects.service";

/**
 * One item with every answer of both, and its neighbours among the items that the filter lets through.
 * @throws AppError where the item is not among those compared
 */
export function compareItem(db: Db, input: CompareItemInput): ComparedItem {
  const { subjects, benchmark, pair, pass } = requirePair(db, input);
  const all = withProblems(readPair(db, pair), problemsOf(db, pair.a.id), pass);
  const own = all.find(({ problem }) => problem.id === input.problemId);
  if (own === undefined) {
    throw new AppError("not-found", "This problem is not among the items compared.", {
      field: "problemId",
      fix: "Choose one of the list. Items whose reference is known to be bad are left out.",
    });
  }
  const found = filterItems(all, input);
  const at = found.findIndex(({ problem }) => problem.id === input.problemId);
  const side = (evaluation: EvaluationView, model: ComparedModel) =>
    sideOf(db, evaluation, { model, problemId: input.problemId });
  return {
    benchmark,
    pass: input.pass,
    problem: own.problem,
    cell: own.cell,
    a: side(pair.a, comparedModel(db, subjects.models, subjects.a.model)),
    b: side(pair.b, comparedModel(db, subjects.models, subjects.b.model)),
    place: at === -1 ? null : at + 1,
    total: found.length,
    previous: at > 0 ? (found[at - 1]?.problem.id ?? null) : null,
    next: at === -1 ? null : (found[at + 1]?.problem.id ?? null),
  };
}

function sideOf(
  db: Db,
  { id: evaluationId, scoredWith }: EvaluationView,
  { model, problemId }: { readonly model: ComparedModel; readonly problemId: string },
): ItemSide {
  const rulings = rulingsFor(db, [problemId]);
  const answers = answerTexts(db, { evaluationId, problemId, graderVersion: scoredWith });
  return {
    evaluationId,
    model,
    error: itemError(db, { evaluationId, problemId }),
    answers: answers.map(({ finish, ...answer }) => ({
      ...answer,
      truncated: finish === "length",
      ruled: answer.verdict === null ? null : rulings({ problemId, ...answer }),
    })),
  };
}
