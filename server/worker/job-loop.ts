import { newId } from "@/server/foundation/ids";
import { CLAIM_POLL_MS } from "@/server/jobs/tunables";
import type { Outcome, ServeDeps } from "./job";

export interface LoopDeps extends ServeDeps {
  readonly workerId: string;
}

/** How one kind of job is taken and served. */
export interface JobKind<Claimed> {
  readonly noun: "run" | "evaluation";
  /** Takes the next one; null: there is none, or no place for it. */
  readonly claim: (at: { readonly leaseId: string; readonly atWork: number }) => Claimed | null;
  readonly idOf: (claimed: Claimed) => string;
  /** @param downBefore times in a row before this that its engine was down */
  readonly serve: (claimed: Claimed, downBefore: number) => Promise<Outcome["kind"]>;
}

/**
 * Serves several jobs of a kind at once until the process ends, each under its own lease; more wait in the queue. Jobs on
 * one engine share it through its dispatcher, jobs on different engines go side by side.
 */
export async function jobLoop<Claimed>(
  { clock, logger, signal, workerId }: LoopDeps,
  { noun, claim, idOf, serve }: JobKind<Claimed>,
): Promise<void> {
  const atWork = new Map<string, Promise<void>>();
  const downInARow = new Map<string, number>();

  async function work(claimed: Claimed): Promise<void> {
    const id = idOf(claimed);
    const before = downInARow.get(id) ?? 0;
    try {
      const ended = await serve(claimed, before);
      if (ended === "engine-down") downInARow.set(id, before + 1);
      else downInARow.delete(id);
    } catch (error) {
      // Its lease runs out, and it is taken again; the others go on.
      logger.error({ err: error, id }, `${noun} could not be served`);
    }
  }

  while (!signal.aborted) {
    const leaseId = `${workerId}/${newId("lease")}`;
    const claimed = claim({ leaseId, atWork: atWork.size });
    if (claimed === null) {
      await clock.sleep(CLAIM_POLL_MS, signal).catch(() => undefined);
      continue;
    }
    atWork.set(
      leaseId,
      work(claimed).finally(() => atWork.delete(leaseId)),
    );
  }
  await Promise.all(atWork.values());
}
