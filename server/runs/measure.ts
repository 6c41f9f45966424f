import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { contentId, sha256 } from "@/server/foundation/ids";
import type { Engine, EngineError } from "@/server/models/engine";
import type { MeasureRequest, ModelRole, SphereIo } from "@/server/sphere/io";
import type { AskedModel } from "@/server/models/opened-model";
import { findMeasurements, keepMeasurements, type MeasurementRow } from "./measurements.repo";

export interface MeasureDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly models: Readonly<Record<ModelRole, AskedModel | null>>;
  readonly signal: AbortSignal;
  readonly runId: string;
  readonly problemPosition: number;
}

/** One question of the method to one model. */
interface Question {
  readonly request: MeasureRequest;
  readonly model: AskedModel;
  /** Ids of the measurements that make up the answer: one a step for step scores, else one. */
  readonly ids: readonly string[];
}

/**
 * Answers measurements from what is known by content, asks the engines for the rest, and keeps their answers before the method
 * sees them. A step's score depends on the steps up to it alone, so each is kept by its prefix and longer paths find the
 * shorter ones' values.
 */
export function openMeasure(deps: MeasureDeps): SphereIo["measure"] {
  const { db, clock } = deps;

  async function ask(question: Question): Promise<readonly number[] | null> {
    const { request, model, ids } = question;
    const started = clock.now();
    const answer = await model.dispatcher
      .ask((engine, signal) => askEngine(engine, request, signal), {
        key: ids.at(-1) ?? "",
        tenant: deps.runId,
        depth: request.kind === "step-scores" ? request.steps.length : 0,
        problemPosition: deps.problemPosition,
        signal: deps.signal,
      })
      .catch((error: unknown) => {
        if (model.health.isFaultOfOneCall(error, started)) return error;
        throw error;
      });
    deps.signal.throwIfAborted();
    if (answer === null) return null;
    const now = clock.now();
    if (isFailure(answer)) {
      keepMeasurements(db, [{ ...row(question, ids.at(-1) ?? ""), error: answer.message, createdAt: now }]);
      return null;
    }
    model.health.answered(now);
    const values = ids.map((id, index) => ({
      id,
      values: ids.length === 1 ? answer : answer.slice(index, index + 1),
    }));
    keepMeasurements(
      db,
      values.map((one) => ({ ...row(question, one.id), values: one.values, createdAt: now })),
    );
    // What is kept is what a replay will see: another path may have brought a shared prefix a slightly other number before.
    const kept = findMeasurements(db, ids);
    return ids.flatMap((id) => kept.get(id)?.values ?? []);
  }

  return async (requests) => {
    const questions = requests.map((request) => questionOf(request, deps.models));
    const known = findMeasurements(db, [...new Set(questions.flatMap((question) => question?.ids ?? []))]);
    return await Promise.all(
      questions.map(async (question) => {
        if (question === null) return null;
        const rows = question.ids.map((id) => known.get(id));
        const failed = rows.at(-1)?.error;
        if (failed !== undefined && failed !== null) return null;
        const values = rows.flatMap((found) => found?.values ?? []);
        const complete = rows.every((found) => found?.values !== undefined && found.values !== null);
        return complete ? values : await ask(question);
      }),
    );
  };
}

/** Null where the run has no such model. */
function questionOf(request: MeasureRequest, models: MeasureDeps["models"]): Question | null {
  const model = modelFor(request, models);
  if (model === null) return null;
  const id = (...content: readonly unknown[]) =>
    contentId("measurement", [model.identity, request.kind, ...content]);
  if (request.kind === "step-scores") {
    return { request, model, ids: prefixHashes(request.statement, request.steps).map((hash) => id(hash)) };
  }
  if (request.kind === "labels") return { request, model, ids: [id(request.messages, request.labels)] };
  return { request, model, ids: [id(request.messages, request.prefix, request.text)] };
}

/** One hash a step, of the problem and all steps up to it. */
function prefixHashes(statement: string, steps: readonly string[]): string[] {
  const hashes: string[] = [];
  for (const step of steps) hashes.push(sha256(`${hashes.at(-1) ?? sha256(statement)}/${step}`));
  return hashes;
}

function modelFor(request: MeasureRequest, models: MeasureDeps["models"]): AskedModel | null {
  if (request.kind === "step-scores") return models.scorer;
  if (request.kind === "likelihood") return models.policy;
  return models[request.role] ?? models.policy;
}

/** Null where the engine has no such ability. */
async function askEngine(
  engine: Engine,
  request: MeasureRequest,
  signal: AbortSignal,
): Promise<readonly number[] | null> {
  if (request.kind === "step-scores") return (await engine.scoreSteps?.([request], signal))?.[0] ?? null;
  if (request.kind === "labels")
    return (await engine.labelProbabilities?.({ ...request, prefix: "" }, signal)) ?? null;
  const likelihood = await engine.likelihood?.(request, signal);
  return likelihood === undefined ? null : [likelihood.meanLogprob];
}

function isFailure(answer: readonly number[] | EngineError): answer is EngineError {
  return answer instanceof Error;
}

function row({ request, model }: Question, id: string): Omit<MeasurementRow, "createdAt"> {
  return { id, modelId: model.id, kind: request.kind, values: null, error: null };
}
