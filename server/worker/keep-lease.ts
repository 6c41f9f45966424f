import type { Clock } from "@/server/foundation/clock";
import { HEARTBEAT_MS, LEASE_MS } from "@/server/jobs/tunables";
import type { Job } from "./job";
import type { LiveGauge } from "./live-gauge";

/**
 * Renews a job's lease on a timer, tells how it goes, and passes on what people asked for meanwhile.
 * @returns ends it, with a last beat
 */
export function keepLease<Held, Reason extends string>(
  clock: Clock,
  job: Pick<Job<Held, Reason>, "renew" | "steering">,
  gauge: LiveGauge,
): () => void {
  let last = clock.now();
  const beat = (): void => {
    const now = clock.now();
    // A machine that slept, or whose clock was set, has not worked meanwhile.
    const activeMs = Math.min(LEASE_MS, Math.max(0, now - last));
    last = now;
    job.steering.heed(job.renew({ now, activeMs, live: gauge.read(now) }));
  };
  const timer = setInterval(beat, HEARTBEAT_MS);
  beat();
  return () => {
    clearInterval(timer);
    beat();
  };
}
