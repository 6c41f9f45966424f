/**
 * `server/evaluations/testing` makes evaluations by code, as a worker would leave them, for tests, browser specs and benches.
 * Nothing of the product imports it.
 */
import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { evaluationItems, evaluations, evaluationScores, models, problems } from "@/db/schema";
import { contentId } from "@/server/foundation/ids";
import type { JobStatus } from "@/server/jobs/jobs.schema";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import { setFingerprint } from "@/server/problems/set-fingerprint";
import type { PassName, Protocol } from "../evaluations.schema";
import { promptInForce } from "../prompt";
import { scoreItems } from "../scoring/score-items";
import { chooseItems, type ChosenItems } from "../work/choose-items";
import { insertAnswers, type GivenAnswer, type GivenItem } from "./insert-answers";

export interface EvaluationToInsert {
  readonly modelId: string;
  readonly benchmarkId: string;
  /** Tells this one from others of the same model and benchmark. @default "1" */
  readonly name?: string;
  /** Problems taken; null: all. @default null */
  readonly items?: number | null;
  readonly protocol?: Partial<Protocol>;
  readonly graderVersion?: string;
  /** @default "finished" */
  readonly status?: JobStatus;
  /** Items that are done, of one at work; default all. */
  readonly itemsDone?: number;
  readonly createdAt?: number;
  /** Whether an answer is right: by 0-based place of the item, pass and sample. */
  readonly right: (item: number, pass: PassName, sample: number) => boolean;
  /** @default 120 */
  readonly tokens?: (item: number, pass: PassName, sample: number) => number;
  /** Rounds of the bootstrap. @default 1000 */
  readonly rounds?: number;
  /** Stores items, calls and verdicts too, and not the score alone. @default true */
  readonly answers?: boolean;
}

/** Stores an evaluation with its answers, verdicts and score. @returns its id */
export function insertEvaluated(db: Db, wanted: EvaluationToInsert): string {
  const { modelId, benchmarkId, name = "1", items = null, graderVersion = EVALUATION_GRADER } = wanted;
  const id = contentId("evaluation", [modelId, benchmarkId, name]);
  const protocol: Protocol = {
    ...promptInForce(),
    greedy: true,
    sampled: null,
    maxTokens: 1024,
    seed: 0,
    ...wanted.protocol,
  };
  const chosen = chooseItems(db, { setId: benchmarkId, items, seed: protocol.seed });
  const given = answersTo(db, { chosen, protocol, wanted });
  db.transaction((tx) => {
    tx.insert(evaluations)
      .values({ id, ...rowOf(db, { chosen, protocol, wanted, given }), graderVersion })
      .run();
    if (wanted.answers !== false) {
      for (const [position, problemId] of chosen.problemIds.entries()) {
        const status = position < given.length ? "done" : "waiting";
        tx.insert(evaluationItems).values({ evaluationId: id, problemId, position, status }).run();
      }
      for (const item of given) insertAnswers(tx, { evaluationId: id, graderVersion, protocol, item });
    }
    if (given.length > 0) {
      const score = scoreItems(
        given.map(({ problemId, greedy, sampled }) => ({ problemId, greedy, sampled, failed: false })),
        {
          greedy: protocol.greedy,
          samples: protocol.sampled?.samples ?? null,
          leftOut: 0,
          settled: 0,
          seed: protocol.seed,
          rounds: wanted.rounds ?? 1_000,
        },
      );
      tx.insert(evaluationScores)
        .values({ evaluationId: id, graderVersion, score, computedAt: wanted.createdAt ?? 0 })
        .run();
    }
  });
  return id;
}

interface Planned {
  readonly chosen: ChosenItems;
  readonly protocol: Protocol;
  readonly wanted: EvaluationToInsert;
}

function answersTo(db: Db, { chosen, protocol, wanted }: Planned): GivenItem[] {
  const asked = new Map(
    db
      .select({ id: problems.id, statement: problems.statement, answer: problems.answer })
      .from(problems)
      .where(eq(problems.setId, wanted.benchmarkId))
      .orderBy(asc(problems.position))
      .all()
      .map((problem) => [problem.id, problem]),
  );
  const done = chosen.problemIds.slice(0, wanted.itemsDone);
  return done.map((problemId, at) => {
    const { statement = "", answer = "" } = asked.get(problemId) ?? {};
    const pass = (name: PassName, count: number): GivenAnswer[] =>
      Array.from({ length: count }, (_, sample) => {
        const correct = wanted.right(at, name, sample);
        const extracted = correct ? answer : `${answer}9`;
        return {
          correct,
          extracted,
          noAnswer: false,
          truncated: false,
          tokens: wanted.tokens?.(at, name, sample) ?? 120,
          text: `Step 1: Add the two numbers.\n\nStep 2: The answer is $\\boxed{${extracted}}$.`,
        };
      });
    return {
      problemId,
      statement,
      greedy: protocol.greedy ? pass("greedy", 1) : null,
      sampled: protocol.sampled === null ? null : pass("sampled", protocol.sampled.samples),
    };
  });
}

function rowOf(
  db: Db,
  { chosen, protocol, wanted, given }: Planned & { readonly given: readonly GivenItem[] },
) {
  const { modelId, benchmarkId, name = "1", status = "finished", createdAt = 0 } = wanted;
  const model = db.select().from(models).where(eq(models.id, modelId)).get();
  const answers = given.flatMap(({ greedy, sampled }) => [...(greedy ?? []), ...(sampled ?? [])]);
  const calls = given.length * (Number(protocol.greedy) + Number(protocol.sampled !== null));
  return {
    status,
    modelId,
    model: {
      name: model?.name ?? modelId,
      identity: contentId("identity", [modelId]),
      engine: model?.kind ?? "scripted",
      fileSha256: null,
      remoteName: null,
      chatTemplate: null,
    },
    problemSetId: benchmarkId,
    benchmarkSha256: setFingerprint(db, benchmarkId),
    benchmarkSize: chosen.of,
    itemCount: chosen.problemIds.length,
    subsetSeed: chosen.seed,
    itemsSha256: chosen.itemsSha256,
    preset: "custom",
    protocol,
    batchId: contentId("batch", [benchmarkId, name]),
    createdAt,
    startedAt: createdAt,
    endedAt: status === "finished" ? createdAt + 60_000 : null,
    activeMs: 60_000,
    callCount: calls,
    promptTokens: calls * 80,
    generatedTokens: answers.reduce((sum, { tokens }) => sum + tokens, 0),
    itemsDone: given.length,
  } as const;
}
