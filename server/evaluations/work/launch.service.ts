import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import { modelIdentity } from "@/server/models/model-identity";
import type { ModelRow } from "@/server/models/models.repo";
import { capabilitiesSchema } from "@/server/models/models.schema";
import { EVALUATION_GRADER } from "@/server/problems/grading/grader-version";
import type { ProblemSetRow } from "@/server/problems/problem-sets.repo";
import { setFingerprint } from "@/server/problems/set-fingerprint";
import type { EvaluatedModel } from "@/db/schema";
import type { EvaluationView } from "../evaluation-view";
import type { LaunchEvaluations, Protocol } from "../evaluations.schema";
import { plannedPasses } from "../presets.schema";
import { promptInForce } from "../prompt";
import { chooseItems, type ChosenItems } from "./choose-items";
import { insertEvaluation, listEvaluationRows } from "./evaluations.repo";
import { appendEvaluationEvent } from "./events.repo";
import { checkEvaluations } from "./launch-checks";
import type { EvaluationDeps } from "./lifecycle.service";
import { toEvaluationViews } from "./to-evaluation-view";

/** What one form has launched. */
export interface LaunchedEvaluations {
  readonly batchId: string;
  /** One of each model and benchmark, benchmark by benchmark. */
  readonly evaluations: readonly EvaluationView[];
}

/**
 * Queues one evaluation of each model on each benchmark, all or none.
 * @param actorId who asks
 * @throws AppError naming the field that does not fit
 */
export function launchEvaluations(
  { db, clock }: EvaluationDeps,
  launch: LaunchEvaluations,
  actorId: string | null,
): LaunchedEvaluations {
  const { models, benchmarks } = checkEvaluations(db, launch);
  const now = clock.now();
  const batchId = newId("batch", now);
  // Ids of one launch sort in its order, and so does the queue.
  let made = 0;
  return db.transaction(
    (tx) => {
      for (const benchmark of benchmarks) {
        const taken = takenOf(db, launch, benchmark);
        for (const model of models) {
          const id = newId("evaluation", now + made++);
          const row = {
            id,
            status: "queued",
            modelId: model.id,
            model: evaluatedModel(model),
            problemSetId: benchmark.id,
            ...taken.columns,
            preset: launch.preset,
            graderVersion: EVALUATION_GRADER,
            priority: launch.priority,
            batchId,
            createdBy: actorId,
            createdAt: now,
          } as const;
          insertEvaluation(tx, row, taken.chosen.problemIds);
          const message = "The evaluation is queued.";
          appendEvaluationEvent(
            tx,
            { evaluationId: id, level: "info", kind: "evaluation-queued", message },
            now,
          );
        }
      }
      return { batchId, evaluations: evaluationsOf(db, batchId) };
    },
    { behavior: "immediate" },
  );
}

/** The items and the protocol of a benchmark: the same for each model. */
function takenOf(db: Db, launch: LaunchEvaluations, benchmark: ProblemSetRow) {
  const { items, greedy, sampled } = plannedPasses(launch, benchmark);
  const { maxTokens, seed } = launch;
  const chosen: ChosenItems = chooseItems(db, { setId: benchmark.id, items, seed });
  if (chosen.problemIds.length === 0) {
    throw new AppError("conflict", `${benchmark.name} has no problems.`, {
      field: "benchmarkIds",
      fix: "Import it again.",
    });
  }
  const protocol: Protocol = { ...promptInForce(), greedy, sampled, maxTokens, seed };
  return {
    chosen,
    columns: {
      benchmarkSha256: setFingerprint(db, benchmark.id),
      benchmarkSize: chosen.of,
      itemCount: chosen.problemIds.length,
      subsetSeed: chosen.seed,
      itemsSha256: chosen.itemsSha256,
      protocol,
    },
  };
}

function evaluatedModel(row: ModelRow): EvaluatedModel {
  const capabilities = capabilitiesSchema.safeParse(row.capabilities).data;
  return {
    name: row.name,
    identity: modelIdentity(row),
    engine: row.kind,
    fileSha256: row.fileSha256,
    remoteName: row.remoteName,
    chatTemplate: capabilities?.chatTemplate ?? null,
  };
}

function evaluationsOf(db: Db, batchId: string): EvaluationView[] {
  const all = { modelId: null, benchmarkId: null, status: [], limit: -1, offset: 0 };
  return toEvaluationViews(db, listEvaluationRows(db, { ...all, batchId }).toReversed());
}
