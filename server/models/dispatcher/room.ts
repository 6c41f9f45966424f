import { abortError } from "../abort-error";
import type { Replica } from "./call";
import { isUp } from "./replica";
import type { Tenant, Tenants } from "./tenants";

/** So much of what may be in flight is kept at hand: stragglers leave no gap (Little's law, with slack). */
const SLACK = 1.5;

/** Tells tenants when to bring more work: enough to keep the engine full, and no more, so that memory stays small. */
export interface Room {
  /** Resolves when less is in flight or waits for the tenant than keeps its part of the engine full. Rejects when aborted. */
  whenFree(tenant: Tenant, signal: AbortSignal): Promise<void>;
  /** Lets those go on that have room now. */
  offer(): void;
}

export function watchRoom(replicas: readonly Replica[], tenants: Tenants): Room {
  const waiting = new Set<{ readonly tenant: Tenant; readonly go: () => void }>();

  const limit = (): number => replicas.filter(isUp).reduce((sum, one) => sum + one.limit.current(), 0);
  const isFree = (tenant: Tenant): boolean => {
    const part = Math.max(1, limit() * tenants.partOf(tenant));
    const wanted = SLACK * Math.min(part, tenant.maxInFlight ?? Infinity);
    return tenant.samplesInFlight + tenant.samplesWaiting < wanted;
  };

  return {
    whenFree: (tenant, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(abortError(signal));
          return;
        }
        const leave = (): void => {
          waiting.delete(entry);
          signal.removeEventListener("abort", abort);
        };
        const abort = (): void => {
          leave();
          reject(abortError(signal));
        };
        const entry = {
          tenant,
          go: () => {
            leave();
            resolve();
          },
        };
        if (isFree(tenant)) {
          resolve();
          return;
        }
        waiting.add(entry);
        signal.addEventListener("abort", abort, { once: true });
      }),
    offer() {
      for (const { tenant, go } of waiting) if (isFree(tenant)) go();
    },
  };
}
