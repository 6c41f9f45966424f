import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { referenceOf } from "@/server/problems/grading/grade-item";
import { differingVerdicts } from "./differing.repo";
import type { DisagreementItem, DisagreementView, RulingView, SaidOfAnswer } from "./disagreement-view";
import { modelsOf, namesOf, problemFacts, readResponses, whereAnswered } from "./disagreements.repo";
import { compareGraders } from "./evaluation-grader";
import { groupDiffering, type DifferingAnswer } from "./group-differing";
import type { Answer, ListDisagreements } from "./regrade.schema";
import { rulingRows, type RulingRow } from "./rulings.repo";

const LISTED = 1_000;
const RESPONSES = 5;

export interface Disagreements {
  readonly items: readonly DisagreementItem[];
  /** All that the filter lets through; the list ends with the first thousand. */
  readonly total: number;
  /** Over all benchmarks, where graders differ on right and wrong. */
  readonly open: number;
  readonly settled: number;
}

/** Answers on which graders differ, by benchmark and problem; those that most samples gave first within a problem. */
export function listDisagreements(db: Db, filter: ListDisagreements): Disagreements {
  const all = listed(db, groupDiffering(differingVerdicts(db)));
  const matter = all.filter(({ kind }) => kind === "outcome");
  const passed = (filter.alsoReadings ? all : matter).filter(
    ({ benchmark, ruling }) =>
      (filter.benchmarkId === null || filter.benchmarkId === benchmark.id) &&
      (filter.state === null || (filter.state === "settled") === (ruling !== null)),
  );
  const settled = matter.filter(({ ruling }) => ruling !== null).length;
  return {
    items: passed.slice(0, LISTED),
    total: passed.length,
    open: matter.length - settled,
    settled,
  };
}

/** @throws AppError `not-found` where no graders differ on that answer */
export function readDisagreement(db: Db, asked: Answer): DisagreementView {
  const found = groupDiffering(
    differingVerdicts(db).filter(({ problemId }) => problemId === asked.problemId),
  ).find(({ answer }) => answer === asked.answer);
  const [item] = found === undefined ? [] : listed(db, [found]);
  const facts = problemFacts(db, [asked.problemId]).get(asked.problemId);
  if (found === undefined || item === undefined || facts === undefined) {
    throw new AppError("not-found", "No graders differ on that answer.", {
      field: "answer",
      fix: "Choose one from the list.",
    });
  }
  const rulings = rulingRows(db, [asked.problemId]).filter(({ answer }) => answer === asked.answer);
  const reference = referenceOf(facts, facts);
  return {
    ...item,
    statement: facts.statement,
    reference,
    said: saidOf(found),
    responses: readResponses(db, found.samples.slice(0, RESPONSES)),
    appliesTo: appliesTo(db, asked),
    history: viewsOf(db, rulings).toReversed(),
  };
}

function listed(db: Db, answers: readonly DifferingAnswer[]): DisagreementItem[] {
  const problemIds = answers.map(({ problemId }) => problemId);
  const facts = problemFacts(db, problemIds);
  const models = modelsOf(
    db,
    answers.flatMap(({ samples }) => samples.map(({ evaluationId }) => evaluationId)),
  );
  const rows = rulingRows(db, [...new Set(problemIds)]);
  const views = viewsOf(db, rows);
  const standing = new Map(
    rows.map(({ problemId, answer }, at) => [idOf(problemId, answer), views[at]] as const),
  );
  const items = answers.flatMap(({ samples, ...answer }) => {
    const problem = facts.get(answer.problemId);
    if (problem === undefined) return [];
    const ruling = standing.get(idOf(answer.problemId, answer.answer));
    const item: DisagreementItem = {
      ...answer,
      benchmark: { id: problem.setId, name: problem.setName },
      externalId: problem.externalId,
      models: new Set(samples.map(({ evaluationId }) => models.get(evaluationId)?.modelId)).size,
      samples: samples.length,
      ruling: ruling === undefined || ruling.correct === null ? null : { ...ruling, correct: ruling.correct },
    };
    return [{ item, position: problem.position }];
  });
  return items
    .toSorted(
      (a, b) =>
        a.item.benchmark.name.localeCompare(b.item.benchmark.name, "en") ||
        a.position - b.position ||
        b.item.samples - a.item.samples,
    )
    .map(({ item }) => item);
}

function viewsOf(db: Db, rows: readonly RulingRow[]): RulingView[] {
  const names = namesOf(db, [...new Set(rows.map(({ actorId }) => actorId))]);
  return rows.map(({ correct, reason, actorId, at }) => ({
    correct,
    reason,
    actorName: names.get(actorId) ?? null,
    at,
  }));
}

function saidOf({ samples }: DifferingAnswer): SaidOfAnswer[] {
  const said = new Map<string, SaidOfAnswer>();
  for (const { graderVersion, verdict, extracted, rule } of samples.flatMap(({ verdicts }) => verdicts)) {
    const id = JSON.stringify([graderVersion, verdict, extracted, rule]);
    const known = said.get(id);
    said.set(id, { graderVersion, verdict, extracted, rule, samples: (known?.samples ?? 0) + 1 });
  }
  return [...said.values()].toSorted((a, b) => compareGraders(b.graderVersion, a.graderVersion));
}

/** Under the newest numbers of each evaluation. */
function appliesTo(db: Db, asked: Answer): DisagreementView["appliesTo"] {
  const newest = new Map<string, { graderVersion: string; samples: number }>();
  for (const { evaluationId, graderVersion, samples } of whereAnswered(db, asked)) {
    const known = newest.get(evaluationId);
    if (known === undefined || compareGraders(graderVersion, known.graderVersion) > 0)
      newest.set(evaluationId, { graderVersion, samples });
  }
  const models = modelsOf(db, [...newest.keys()]);
  return {
    samples: [...newest.values()].reduce((sum, { samples }) => sum + samples, 0),
    models: new Set([...models.values()].map(({ modelId }) => modelId)).size,
  };
}

function idOf(problemId: string, answer: string): string {
  return JSON.stringify([problemId, answer]);
}
