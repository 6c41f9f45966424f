import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { renewLease, type ClaimedRun } from "@/server/runs/lifecycle.repo";
import { recordRate } from "@/server/runs/rates.repo";
import { HEARTBEAT_MS, LEASE_MS } from "@/server/jobs/tunables";
import { RATE_MS } from "@/server/runs/tunables";
import type { LiveGauge } from "./live-gauge";
import type { RunSteering } from "./run-steering";

/**
 * Renews a run's lease on a timer, tells how it goes, and passes on what people asked for meanwhile.
 * @returns ends it, with a last beat
 */
export function keepLease(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  claimed: ClaimedRun,
  { steering, gauge }: { readonly steering: RunSteering; readonly gauge: LiveGauge },
): () => void {
  const runId = claimed.run.id;
  let last = clock.now();
  let lastRateAt = last;
  const beat = (): void => {
    const now = clock.now();
    const live = gauge.read(now);
    // A machine that slept, or whose clock was set, has not worked meanwhile.
    const activeMs = Math.min(LEASE_MS, Math.max(0, now - last));
    const held = renewLease(db, { runId, leaseId: claimed.leaseId, now, activeMs, live });
    const rate = live?.tokensPerSecond ?? null;
    if (held !== null && rate !== null && Math.abs(now - lastRateAt) >= RATE_MS) {
      lastRateAt = now;
      recordRate(db, { runId, at: now, tokensPerSecond: rate });
    }
    last = now;
    steering.heed(held);
  };
  const timer = setInterval(beat, HEARTBEAT_MS);
  beat();
  return () => {
    clearInterval(timer);
    beat();
  };
}
