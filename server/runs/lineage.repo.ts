import { and, asc, desc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { chains, corrections, models, pairDrops, problems, runProblems, runs } from "@/db/schema";

interface Place {
  readonly runId: string;
  readonly position: number;
}

/** The problems before and after a place in a run's order, or null at its ends. */
export function readNeighbours(db: Db, { runId, position }: Place) {
  const nearest = (side: "before" | "after") =>
    db
      .select({ problemId: problems.id, externalId: problems.externalId })
      .from(runProblems)
      .innerJoin(problems, eq(problems.id, runProblems.problemId))
      .where(
        and(
          eq(runProblems.runId, runId),
          side === "before" ? lt(runProblems.position, position) : gt(runProblems.position, position),
        ),
      )
      .orderBy(side === "before" ? desc(runProblems.position) : asc(runProblems.position))
      .limit(1)
      .get() ?? null;
  return { previous: nearest("before"), next: nearest("after") };
}

/** Candidate pairs of one problem that rules dropped. */
export function readDrops(db: Db, key: { readonly runId: string; readonly problemId: string }) {
  return db
    .select({ stage: pairDrops.stage, rule: pairDrops.rule, count: pairDrops.count })
    .from(pairDrops)
    .where(and(eq(pairDrops.runId, key.runId), eq(pairDrops.problemId, key.problemId)))
    .orderBy(asc(pairDrops.stage), desc(pairDrops.count), asc(pairDrops.rule))
    .all();
}

/** Names by model id; a model that was removed since is missing. */
export function readModelNames(db: Db, ids: readonly string[]): Record<string, string> {
  const rows = db
    .select({ id: models.id, name: models.name })
    .from(models)
    .where(inArray(models.id, [...new Set(ids)]))
    .all();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

type ChainRow = typeof chains.$inferSelect;

/** Chains by id. */
export function readChains(db: Pick<Db, "select">, ids: readonly string[]): Map<string, ChainRow> {
  const rows = db
    .select()
    .from(chains)
    .where(inArray(chains.id, [...new Set(ids)]))
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a run made of a call's samples, by sample. */
export function readOutcomesOfCall(db: Db, callId: string) {
  return {
    chains: db
      .select({
        id: chains.id,
        position: chains.position,
        sampleIndex: chains.sampleIndex,
        origin: chains.origin,
        verdict: chains.verdict,
        extracted: chains.extracted,
        rule: chains.rule,
        steps: chains.steps,
      })
      .from(chains)
      .where(eq(chains.callId, callId))
      .orderBy(asc(chains.sampleIndex), asc(chains.position))
      .all()
      .map(({ steps, ...chain }) => ({ ...chain, stepCount: steps.length })),
    corrections: db
      .select({
        id: corrections.id,
        sampleIndex: corrections.sampleIndex,
        accepted: corrections.accepted,
        refusedBy: corrections.refusedBy,
      })
      .from(corrections)
      .where(eq(corrections.callId, callId))
      .orderBy(asc(corrections.sampleIndex))
      .all(),
  };
}

/** Where a call stands: its run and its problem. */
export function readOwners(db: Db, key: { readonly runId: string; readonly problemId: string }) {
  return (
    db
      .select({
        run: { id: runs.id, name: runs.name, launch: runs.launch },
        problem: {
          id: problems.id,
          externalId: problems.externalId,
          statement: problems.statement,
          answer: problems.answer,
        },
      })
      .from(runProblems)
      .innerJoin(runs, eq(runs.id, runProblems.runId))
      .innerJoin(problems, eq(problems.id, runProblems.problemId))
      .where(and(eq(runProblems.runId, key.runId), eq(runProblems.problemId, key.problemId)))
      .get() ?? null
  );
}
