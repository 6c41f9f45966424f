import { gradeResponse } from "@/server/math";
import type { Db } from "@/db/client";
import type { problems } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import { contentId } from "@/server/foundation/ids";
import { EngineError, type GenerateResult } from "@/server/models/engine";
import type { Grade, ModelRole, Sample, SampleRequest, SphereIo } from "@/server/sphere/io";
import { callId, requestKey } from "./call-key";
import { readJournal, recordCall, type JournalEntry } from "./journal.repo";
import type { ClaimedRun } from "./lifecycle.repo";
import { openMeasure } from "./measure";
import type { AskedModel } from "@/server/models/opened-model";
import { promptHash } from "@/server/models/prompt-hash";

export interface JournalDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly models: Readonly<Record<ModelRole, AskedModel | null>>;
  /** Ends every call that still waits. */
  readonly signal: AbortSignal;
}

type ProblemRow = typeof problems.$inferSelect;

/**
 * The `io` of one problem in a run: an answer that the journal holds is returned as it is; any other question
 * goes to the dispatcher once, and its answer is recorded before the method sees it.
 */
export function openJournal(
  deps: JournalDeps,
  claimed: ClaimedRun,
  problem: { readonly row: ProblemRow; readonly position: number },
): SphereIo {
  const { db } = deps;
  const { run } = claimed;
  /** Pairs are graded on texts that were graded as chains. */
  const grades = new Map<string, Grade>();
  const recorded = readJournal(db, { runId: run.id, problemId: problem.row.id });

  async function sample(request: SampleRequest): Promise<readonly Sample[]> {
    const hash = promptHash(request.messages);
    const key = requestKey(run.launch.seed, { ...request, promptHash: hash });
    const id = callId(run.id, problem.row.id, key);
    const entry = recorded.get(id) ?? (await ask(request, { id, key, hash }));
    return entry.samples.map((text, index) => ({ ...text, ref: { callId: id, index } }));
  }

  async function ask(
    request: SampleRequest,
    call: { id: string; key: string; hash: string },
  ): Promise<JournalEntry> {
    const model = deps.models[request.role];
    if (model === null) throw new Error(`The run has no ${request.role} model.`);
    const started = deps.clock.now();
    const answer = await model.dispatcher
      .submit(
        {
          key: call.key,
          messages: request.messages,
          prefix: request.prefix,
          n: request.n,
          sampling: request.sampling,
        },
        {
          tenant: run.id,
          depth: request.depth,
          problemPosition: problem.position,
          signal: deps.signal,
        },
      )
      .catch((error: unknown) => {
        if (model.health.isFaultOfOneCall(error, started)) return error;
        throw error;
      });
    deps.signal.throwIfAborted();
    if (!(answer instanceof EngineError)) model.health.answered(deps.clock.now());
    record(request, { ...call, modelId: model.id, started, answer });
    const samples = answer instanceof EngineError ? [] : answer.generations;
    return { id: call.id, samples };
  }

  function record(
    request: SampleRequest,
    call: {
      id: string;
      hash: string;
      modelId: string;
      started: number;
      answer: GenerateResult | EngineError;
    },
  ): void {
    const failed = call.answer instanceof EngineError ? call.answer : null;
    const samples = call.answer instanceof EngineError ? [] : call.answer.generations;
    const now = deps.clock.now();
    recordCall(db, {
      leaseId: claimed.leaseId,
      messages: request.messages,
      call: {
        id: call.id,
        runId: run.id,
        problemId: problem.row.id,
        stage: request.stage,
        purpose: request.purpose,
        role: request.role,
        modelId: call.modelId,
        promptHash: call.hash,
        prefix: request.prefix,
        depth: request.depth,
        samplesWanted: request.n,
        ...request.sampling,
        ordinal: request.ordinal,
        status: failed === null ? "ok" : "failed",
        errorKind: failed?.kind ?? null,
        errorMessage: failed?.message ?? null,
        samples,
        promptTokens: call.answer instanceof EngineError ? 0 : call.answer.promptTokens,
        generatedTokens: samples.reduce((sum, { tokens }) => sum + tokens, 0),
        durationMs: now - call.started,
        createdAt: now,
      },
      event:
        failed === null
          ? null
          : {
              runId: run.id,
              problemId: problem.row.id,
              level: "warning",
              kind: "call-failed",
              message: `A ${request.purpose} call failed (${failed.kind}): ${failed.message}`,
              data: { callId: call.id, errorKind: failed.kind },
            },
    });
  }

  return {
    sample,
    measure: openMeasure({ ...deps, runId: run.id, problemPosition: problem.position }),
    grade(response) {
      const known = grades.get(response);
      if (known !== undefined) return known;
      const { verdict, extracted, rule } = gradeResponse(response, problem.row.answer);
      grades.set(response, { verdict, extracted, rule });
      return { verdict, extracted, rule };
    },
    id: (kind, parts) => contentId(kind, [run.id, problem.row.id, ...parts]),
  };
}
