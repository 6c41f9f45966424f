import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { AppError } from "@/server/foundation/errors";
import { STAGES } from "@/server/sphere/io";
import { readCall, readProblemDetail } from "./details.repo";
import { eventsBefore } from "./events.repo";
import { heldBackPairs } from "./held-back";
import {
  readChains,
  readDrops,
  readModelNames,
  readNeighbours,
  readOutcomesOfCall,
  readOwners,
} from "./lineage.repo";
import { countPairs, listPairs, readPair } from "./pairs.repo";
import { readCallSpans, readProgress } from "./progress.repo";
import { findRunNames, type RunNames } from "./run-names.repo";
import { readRates } from "./rates.repo";
import { pairsPerMillion } from "./run-outcome.repo";
import { findRun, listRunProblems } from "./runs.repo";
import { getRun } from "./runs.service";
import { measuredThroughput, tokensPerSecond } from "./throughput";
import { hasLiveWorker } from "@/server/jobs/workers.repo";

/** @throws AppError when there is no such run */
export function runNames(db: Db, runId: string): RunNames {
  const names = findRunNames(db, runId);
  if (names === null) throw new AppError("not-found", `There is no run ${runId}.`, { field: "runId" });
  return names;
}

/** Whether a worker is there to take runs; without one nothing moves. */
export function workerState({ db, clock }: { db: Db; clock: Clock }): { readonly alive: boolean } {
  return { alive: hasLiveWorker(db, clock.now()) };
}

export function progress(db: Db, runId: string) {
  const { pairCount, generatedTokens } = getRun(db, runId);
  return {
    ...readProgress(db, runId, STAGES),
    pairsPerMillionTokens: pairsPerMillion(pairCount, generatedTokens),
  };
}

export function events(db: Db, params: { runId: string; beforeId: number | null; limit: number }) {
  return eventsBefore(db, params);
}

export function problems(db: Db, params: Parameters<typeof listRunProblems>[1]) {
  getRun(db, params.runId);
  const rows = listRunProblems(db, { ...params, limit: params.limit + 1 });
  const items = rows.slice(0, params.limit);
  const next = rows.length > params.limit ? (items.at(-1)?.position ?? null) : null;
  return { items, next };
}

/** @throws AppError when the run has no such problem */
export function problemDetail(db: Db, key: { runId: string; problemId: string }) {
  const detail = readProblemDetail(db, key);
  if (detail === null) {
    throw new AppError("not-found", "The run has no such problem.", { field: "problemId" });
  }
  return {
    ...detail,
    neighbours: readNeighbours(db, detail.run),
    drops: readDrops(db, key),
    modelNames: readModelNames(
      db,
      detail.calls.map((call) => call.modelId),
    ),
  };
}

/** @throws AppError when there is no such call */
export function callDetail(db: Db, id: string) {
  const found = readCall(db, id);
  if (found === null) throw new AppError("not-found", `There is no model call ${id}.`, { field: "callId" });
  return {
    ...found,
    ...readOutcomesOfCall(db, id),
    owners: readOwners(db, found.call),
    modelName: readModelNames(db, [found.call.modelId])[found.call.modelId] ?? null,
  };
}

interface PairsParams {
  readonly runId: string;
  readonly stage: (typeof STAGES)[number] | null;
  /** Only those that the balance of the run holds back from the files. */
  readonly heldBack?: boolean;
  readonly page: number;
  readonly pageSize: number;
}

export function pairs(db: Db, { runId, stage, heldBack = false, page, pageSize }: PairsParams) {
  const held = heldBackPairs(db, getRun(db, runId));
  const ids = heldBack ? [...held.keys()] : undefined;
  const rows = listPairs(db, { runId, stage, ids, offset: (page - 1) * pageSize, limit: pageSize });
  const chains = readChains(
    db,
    rows.flatMap(({ pair }) => [pair.chosenChainId, pair.rejectedChainId]),
  );
  return {
    total: countPairs(db, { runId, stage, ids }),
    heldBack: held.size,
    stages: STAGES.map((each) => ({ stage: each, total: countPairs(db, { runId, stage: each, ids }) })),
    items: rows.map((row) => ({
      ...row,
      /** The rule that holds it back, a key of `HOLD_RULES`. */
      heldBackBy: held.get(row.pair.id) ?? null,
      chosenChain: chains.get(row.pair.chosenChainId) ?? null,
      rejectedChain: chains.get(row.pair.rejectedChainId) ?? null,
    })),
  };
}

/** @throws AppError when there is no such pair */
export function pairDetail(db: Db, pairId: string) {
  const found = readPair(db, pairId);
  if (found === null) throw new AppError("not-found", `There is no pair ${pairId}.`, { field: "pairId" });
  return found;
}

const CHART_MS = 5 * 60_000;
const CHART_STEP_MS = 5_000;

/**
 * Generated tokens a second over the last five minutes of the run, in steps of five seconds: as the worker
 * measured them, or, where its engines do not tell, from the calls that have ended.
 */
export function throughput({ db, clock }: { db: Db; clock: Clock }, runId: string) {
  const run = findRun(db, runId);
  const until = run?.endedAt ?? clock.now();
  const since = until - CHART_MS;
  const window = { since, until, stepMs: CHART_STEP_MS };
  const measured = readRates(db, { runId, since });
  if (measured.length > 0) return measuredThroughput(measured, window);
  return tokensPerSecond(readCallSpans(db, { runId, since }), window);
}
