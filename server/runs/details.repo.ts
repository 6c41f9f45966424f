import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { calls, chains, corrections, pairs, problems, prompts, runProblems, treeNodes } from "@/db/schema";
import { stageOrder } from "./pairs.repo";

interface RunProblemKey {
  readonly runId: string;
  readonly problemId: string;
}

/** Everything that a run made of one problem, each list in the order in which the method made it. */
export function readProblemDetail(db: Db, { runId, problemId }: RunProblemKey) {
  const problem = db
    .select({ run: runProblems, problem: problems })
    .from(runProblems)
    .innerJoin(problems, eq(problems.id, runProblems.problemId))
    .where(and(eq(runProblems.runId, runId), eq(runProblems.problemId, problemId)))
    .get();
  if (problem === undefined) return null;
  const own = (
    table: typeof chains | typeof corrections | typeof pairs | typeof treeNodes,
  ): SQL | undefined => and(eq(table.runId, runId), eq(table.problemId, problemId));
  return {
    ...problem,
    chains: db.select().from(chains).where(own(chains)).orderBy(asc(chains.position)).all(),
    corrections: db
      .select()
      .from(corrections)
      .where(own(corrections))
      .orderBy(asc(corrections.position))
      .all(),
    pairs: db.select().from(pairs).where(own(pairs)).orderBy(stageOrder, asc(pairs.position)).all(),
    nodes: db.select().from(treeNodes).where(own(treeNodes)).orderBy(asc(treeNodes.position)).all(),
    calls: listCalls(db, { runId, problemId }),
  };
}

/** The calls of one problem, without their texts. */
function listCalls(db: Db, { runId, problemId }: RunProblemKey) {
  return db
    .select({
      id: calls.id,
      stage: calls.stage,
      purpose: calls.purpose,
      role: calls.role,
      modelId: calls.modelId,
      depth: calls.depth,
      samplesWanted: calls.samplesWanted,
      status: calls.status,
      errorKind: calls.errorKind,
      promptTokens: calls.promptTokens,
      generatedTokens: calls.generatedTokens,
      durationMs: calls.durationMs,
      createdAt: calls.createdAt,
    })
    .from(calls)
    .where(and(eq(calls.runId, runId), eq(calls.problemId, problemId)))
    .orderBy(asc(calls.createdAt), asc(calls.id))
    .all();
}

/** One call with its prompt and every raw text. */
export function readCall(db: Db, callId: string) {
  return (
    db
      .select({ call: calls, messages: prompts.messages })
      .from(calls)
      .innerJoin(prompts, eq(prompts.hash, calls.promptHash))
      .where(eq(calls.id, callId))
      .get() ?? null
  );
}
