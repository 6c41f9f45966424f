import type { Clock } from "@/server/foundation/clock";
import { errorMessage } from "@/server/foundation/errors";
import type { Logger } from "@/server/foundation/logger";
import { EngineError } from "../engine";
import type { Replica } from "./call";
import { FIRST_CHECK_MS, isUp } from "./replica";

/** A check that takes longer has failed. */
const CHECK_TIMEOUT_MS = 5_000;
const LONGEST_CHECK_MS = 60_000;
/** A replica that answers nothing for so long, while others could take its calls, is asked whether it lives. */
const SILENT_MS = 60_000;

/** Takes replicas out and back. */
export interface Outages {
  failed(replica: Replica, error: EngineError): void;
  answered(replica: Replica): void;
  /** Asks those that are due whether they are back, and those that are silent whether they live. */
  check(now: number): void;
  /** When the next one is to be asked. */
  nextAt(): number | null;
}

interface OutageDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called when a replica is back, or is to be asked again at another time. */
  readonly onChange: () => void;
}

export function watchOutages(replicas: readonly Replica[], deps: OutageDeps): Outages {
  const { clock, logger, onChange } = deps;

  function begin(replica: Replica): void {
    replica.outage = { checkAt: clock.now() + replica.checkMs };
    replica.checkMs = Math.min(replica.checkMs * 2, LONGEST_CHECK_MS);
  }

  function end(replica: Replica): void {
    if (isUp(replica)) return;
    replica.outage = null;
    logger.info({ replica: replica.name }, "engine is back");
    onChange();
  }

  /** A machine that is gone closes no connection: its calls would wait for their own, far longer limits. */
  async function askSilent(replica: Replica): Promise<void> {
    replica.heardAt = clock.now();
    try {
      await replica.engine.check?.(AbortSignal.timeout(CHECK_TIMEOUT_MS));
    } catch (cause) {
      const message = `The server is silent and does not answer when it is asked (${errorMessage(cause)}).`;
      const error = new EngineError("unreachable", message, { cause });
      for (const attempt of replica.attempts) attempt.abort(error);
    }
  }

  /** When an up replica is to be asked, because it works on something and says nothing. */
  const silentAt = ({ outage, attempts, heardAt }: Replica): number =>
    replicas.length > 1 && outage === null && attempts.size > 0 ? heardAt + SILENT_MS : Infinity;

  async function ask(replica: Replica): Promise<void> {
    replica.outage = { checkAt: Infinity };
    try {
      // One that cannot be asked is tried with the next call.
      await replica.engine.check?.(AbortSignal.timeout(CHECK_TIMEOUT_MS));
      end(replica);
    } catch (error) {
      // A call may have found it back meanwhile.
      if (isUp(replica)) return;
      replica.lastError = errorMessage(error);
      begin(replica);
      onChange();
    }
  }

  return {
    failed(replica, error) {
      if (!isUp(replica)) return;
      begin(replica);
      logger.warn({ replica: replica.name, kind: error.kind, reason: error.message }, "engine is down");
    },
    answered(replica) {
      replica.heardAt = clock.now();
      replica.checkMs = FIRST_CHECK_MS;
      end(replica);
    },
    check(now) {
      for (const replica of replicas) {
        if (replica.outage !== null && replica.outage.checkAt <= now) ask(replica).catch(() => undefined);
        if (silentAt(replica) <= now) askSilent(replica).catch(() => undefined);
      }
    },
    nextAt() {
      const times = replicas.map((replica) => replica.outage?.checkAt ?? silentAt(replica));
      const next = Math.min(...times);
      return next === Infinity ? null : next;
    },
  };
}
