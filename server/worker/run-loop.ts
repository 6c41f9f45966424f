import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import type { Logger } from "@/server/foundation/logger";
import { EngineError } from "@/server/models/engine";
import { appendEvent, type NewRunEvent } from "@/server/runs/events.repo";
import { executeRun, type RunEnd } from "@/server/runs/execute-run";
import { recordRate } from "@/server/runs/rates.repo";
import {
  claimNextRun,
  LeaseLostError,
  releaseRun,
  renewLease,
  type ClaimedRun,
} from "@/server/runs/lifecycle.repo";
import {
  CLAIM_POLL_MS,
  ENGINE_RETRY_FIRST_MS,
  ENGINE_RETRY_LONGEST_MS,
  HEARTBEAT_MS,
  RATE_MS,
} from "@/server/runs/tunables";
import type { EngineHost } from "./engine-host";
import { createLiveGauge, type LiveGauge } from "./live-gauge";

export interface RunLoopDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly engines: EngineHost;
  readonly workerId: string;
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
}

const INTERRUPTIONS = ["pause", "cancel", "lease-lost"] as const;
/** What a person, or the loss of the lease, asked of a run while it went. */
type Interruption = (typeof INTERRUPTIONS)[number];

/** Takes one run after another until the process ends. */
export async function runLoop(deps: RunLoopDeps): Promise<void> {
  const downInARow = new Map<string, number>();
  while (!deps.signal.aborted) {
    const leaseId = `${deps.workerId}/${newId("lease")}`;
    const claimed = claimNextRun(deps.db, { leaseId, now: deps.clock.now() });
    if (claimed === null) {
      await deps.clock.sleep(CLAIM_POLL_MS, deps.signal).catch(() => undefined);
      continue;
    }
    const failures = downInARow.get(claimed.run.id) ?? 0;
    const ended = await serveRun(deps, claimed, failures);
    downInARow.set(claimed.run.id, ended === "engine-down" ? failures + 1 : 0);
  }
}

async function serveRun(
  deps: RunLoopDeps,
  claimed: ClaimedRun,
  downBefore: number,
): Promise<RunEnd["kind"] | "error"> {
  const { db, clock, logger } = deps;
  const { run } = claimed;
  if (run.status === "running") {
    appendEvent(
      db,
      { runId: run.id, level: "info", kind: "run-started", message: startMessage(claimed) },
      clock.now(),
    );
  }
  const interrupt = new AbortController();
  const gauge = createLiveGauge();
  const stopHeartbeat = keepLease(deps, claimed, { interrupt, gauge });
  let end: RunEnd;
  try {
    end = await work(deps, claimed, { gauge, signal: AbortSignal.any([interrupt.signal, deps.signal]) });
  } catch (error) {
    stopHeartbeat();
    if (error instanceof LeaseLostError) {
      logger.warn({ runId: run.id }, "lease lost; another worker has the run");
      return "stopped";
    }
    logger.error({ err: error, runId: run.id }, "run stopped by an unexpected error");
    release(deps, claimed, {
      status: "paused",
      reason: `Unexpected error: ${errorMessage(error)}`,
      level: "error",
      kind: "run-paused",
    });
    return "error";
  }
  stopHeartbeat();
  settle(deps, claimed, {
    end,
    interruption: interruptionOf(interrupt.signal),
    downBefore,
  });
  return end.kind;
}

async function work(
  deps: RunLoopDeps,
  claimed: ClaimedRun,
  { gauge, signal }: { readonly gauge: LiveGauge; readonly signal: AbortSignal },
): Promise<RunEnd> {
  if (claimed.run.status !== "running") return { kind: "stopped" };
  try {
    const { policyModelId, smallModelId, scorerModelId } = claimed.run;
    const policy = await deps.engines.acquire(policyModelId);
    const small = smallModelId === null ? null : await deps.engines.acquire(smallModelId);
    const scorer = scorerModelId === null ? null : await deps.engines.acquire(scorerModelId);
    gauge.watch([...new Set([policy, small, scorer])].filter((model) => model !== null));
    const models = { policy, small, scorer };
    return await executeRun({ db: deps.db, clock: deps.clock, models, signal }, claimed);
  } catch (error) {
    if (error instanceof EngineError) return { kind: "engine-down", error };
    throw error;
  }
}

/** Renews the lease on a timer and turns what the row says into an interruption. */
function keepLease(
  deps: RunLoopDeps,
  claimed: ClaimedRun,
  { interrupt, gauge }: { readonly interrupt: AbortController; readonly gauge: LiveGauge },
): () => void {
  const { db, clock } = deps;
  let last = clock.now();
  let lastRateAt = last;
  const beat = (): void => {
    const now = clock.now();
    const runId = claimed.run.id;
    const live = gauge.read(now);
    const status = renewLease(db, { runId, leaseId: claimed.leaseId, now, activeMs: now - last, live });
    const rate = live?.tokensPerSecond ?? null;
    if (status !== null && rate !== null && now - lastRateAt >= RATE_MS) {
      lastRateAt = now;
      recordRate(db, { runId, at: now, tokensPerSecond: rate });
    }
    last = now;
    if (status === null) interrupt.abort("lease-lost" satisfies Interruption);
    if (status === "pausing") interrupt.abort("pause" satisfies Interruption);
    if (status === "cancelling") interrupt.abort("cancel" satisfies Interruption);
  };
  const timer = setInterval(beat, HEARTBEAT_MS);
  beat();
  return () => {
    clearInterval(timer);
    beat();
  };
}

function interruptionOf(signal: AbortSignal): Interruption | undefined {
  return INTERRUPTIONS.find((interruption) => signal.reason === interruption);
}

/** Writes down how the run stands now that this worker lets go of it. */
function settle(
  deps: RunLoopDeps,
  claimed: ClaimedRun,
  how: { end: RunEnd; interruption: Interruption | undefined; downBefore: number },
): void {
  const { interruption } = how;
  const asked = interruption === "pause" || interruption === "cancel";
  const end: RunEnd = asked && how.end.kind !== "finished" ? { kind: "stopped" } : how.end;
  switch (end.kind) {
    case "finished":
      release(deps, claimed, { status: "finished", reason: null, level: "info", kind: "run-finished" });
      return;
    case "budget-reached":
      release(deps, claimed, {
        status: "paused",
        reason: `${end.message} Resume with a larger budget to go on.`,
        level: "warning",
        kind: "run-paused",
      });
      return;
    case "engine-down": {
      const wait = Math.min(ENGINE_RETRY_FIRST_MS * 2 ** how.downBefore, ENGINE_RETRY_LONGEST_MS);
      release(deps, claimed, {
        status: "paused",
        reason: `The engine cannot answer (${end.error.kind}): ${end.error.message}`,
        retryInMs: wait,
        level: "error",
        kind: "run-paused",
      });
      return;
    }
    case "stopped":
      if (interruption === "cancel") {
        release(deps, claimed, { status: "cancelled", reason: null, level: "info", kind: "run-cancelled" });
      } else if (interruption === "pause") {
        release(deps, claimed, { status: "paused", reason: null, level: "info", kind: "run-paused" });
      } else if (interruption !== "lease-lost") {
        // The process ends: the run stays `running` without a lease, for the next worker to take at once.
        release(deps, claimed, { status: "running", reason: null, level: "info", kind: "worker-stopped" });
      }
  }
}

interface Release {
  readonly status: "finished" | "paused" | "cancelled" | "running";
  readonly reason: string | null;
  readonly retryInMs?: number;
  readonly level: NewRunEvent["level"];
  readonly kind: "run-finished" | "run-paused" | "run-cancelled" | "worker-stopped";
}

const releaseWords: Record<Release["kind"], string> = {
  "run-finished": "The run is finished.",
  "run-paused": "The run is paused.",
  "run-cancelled": "The run is cancelled.",
  "worker-stopped": "The worker stopped; the run goes on when it is back.",
};

function release({ db, clock }: RunLoopDeps, { run, leaseId }: ClaimedRun, how: Release): void {
  const now = clock.now();
  const over = how.status === "finished" || how.status === "cancelled";
  db.transaction(
    (tx) => {
      const held = releaseRun(tx, {
        runId: run.id,
        leaseId,
        status: how.status,
        statusReason: how.reason,
        retryAt: how.retryInMs === undefined ? null : now + how.retryInMs,
        endedAt: over ? now : null,
      });
      if (!held) return;
      const message =
        how.reason === null ? releaseWords[how.kind] : `${releaseWords[how.kind]} ${how.reason}`;
      appendEvent(tx, { runId: run.id, level: how.level, kind: how.kind, message }, now);
    },
    { behavior: "immediate" },
  );
}

function startMessage({ run }: ClaimedRun): string {
  return run.callCount === 0 ? "The run starts." : `The run goes on after ${run.callCount} recorded calls.`;
}
