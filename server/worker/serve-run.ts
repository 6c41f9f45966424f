import { runs } from "@/db/schema";
import { explain } from "@/server/jobs/lease.repo";
import { appendEvent } from "@/server/runs/events.repo";
import { executeRun } from "@/server/runs/execute-run";
import { renewLease, type ClaimedRun, type HeldRun } from "@/server/runs/lifecycle.repo";
import { recordRate } from "@/server/runs/rates.repo";
import { RATE_MS } from "@/server/runs/tunables";
import type { Beat, Job, Outcome, ServeDeps } from "./job";
import { steerRun, type RunStopReason } from "./run-steering";
import { serveJob } from "./serve-job";
import { settleRun } from "./settle-run";

/** Works on a claimed run, as `serveJob` says. */
export function serveRun(deps: ServeDeps, claimed: ClaimedRun, downBefore: number): Promise<Outcome["kind"]> {
  return serveJob(deps, runJob(deps, claimed), downBefore);
}

/** A claimed run as the worker's common parts see it. */
export function runJob(
  { db, clock }: Pick<ServeDeps, "db" | "clock">,
  claimed: ClaimedRun,
): Job<HeldRun, RunStopReason> {
  const { run, leaseId } = claimed;
  const runId = run.id;
  let lastRateAt = clock.now();

  /** For the chart. */
  function keepRate({ now, live }: Beat): void {
    const rate = live?.tokensPerSecond ?? null;
    if (rate === null || Math.abs(now - lastRateAt) < RATE_MS) return;
    lastRateAt = now;
    recordRate(db, { runId, at: now, tokensPerSecond: rate });
  }

  return {
    id: runId,
    noun: "run",
    status: run.status,
    callCount: run.callCount,
    steering: steerRun(claimed, clock),
    tell(kind, message) {
      appendEvent(db, { runId, level: "info", kind, message }, clock.now());
    },
    explain: (reason) => explain(db, runs, { id: runId, leaseId, reason }),
    renew(beat) {
      const held = renewLease(db, { runId, leaseId, ...beat });
      if (held !== null) keepRate(beat);
      return held;
    },
    async execute({ open, watch, signal }) {
      const policy = await open(run.policyModelId);
      const small = run.smallModelId === null ? null : await open(run.smallModelId);
      const scorer = run.scorerModelId === null ? null : await open(run.scorerModelId);
      watch([policy, small, scorer].filter((model) => model !== null));
      return await executeRun({ db, clock, models: { policy, small, scorer }, signal }, claimed);
    },
    settle(settlement) {
      settleRun({ db, clock }, claimed, settlement);
    },
  };
}
