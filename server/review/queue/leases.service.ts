import type { z } from "zod";
import { mayAct } from "@/server/accounts/accounts.schema";
import { hindranceOf } from "../item/hindrance";
import { viewItem } from "../item/viewing";
import type { LeaseAnswer, RenewAnswer } from "../queue-view.schema";
import type { Reads, ReviewContext } from "../review-context";
import type { leaseIdsSchema, takeLeaseSchema } from "../review.schema";
import { grantLease, releaseLease, renewLease } from "./leases.repo";

type LeaseIds = z.infer<typeof leaseIdsSchema>;

/** Leases one item to whoever opened it from a list or by its address, if they may decide on it. */
export function takeLease(ctx: ReviewContext, input: z.infer<typeof takeLeaseSchema>): LeaseAnswer {
  const { db, clock, actor } = ctx;
  return db.transaction(
    (tx): LeaseAnswer => {
      const now = clock.now();
      const hindrance = takeHindrance(tx, { ctx, input, now });
      if (hindrance !== null) return { lease: null, hindrance };
      const lease = grantLease(tx, { ...input, userId: actor.id, now });
      return lease === null
        ? { lease: null, hindrance: "Somebody else has this item open now." }
        : { lease, hindrance: null };
    },
    { behavior: "immediate" },
  );
}

/** Prolongs leases while their pages are open. */
export function renewLeases({ db, clock, actor }: ReviewContext, { leaseIds }: LeaseIds): RenewAnswer {
  const now = clock.now();
  const answers = leaseIds.map((id) => ({ id, lease: renewLease(db, { id, userId: actor.id, now }) }));
  return {
    leases: answers.flatMap(({ lease }) => (lease === null ? [] : [lease])),
    lost: answers.filter(({ lease }) => lease === null).map(({ id }) => id),
  };
}

/** Gives items back at once. @returns how many of them the person still held */
export function releaseLeases(
  { db, clock, actor }: ReviewContext,
  { leaseIds }: LeaseIds,
): { readonly released: number } {
  const released = db.transaction(
    (tx) => leaseIds.filter((id) => releaseLease(tx, { id, userId: actor.id, now: clock.now() })).length,
    { behavior: "immediate" },
  );
  return { released };
}

function takeHindrance(
  tx: Reads,
  asked: {
    readonly ctx: ReviewContext;
    readonly input: z.infer<typeof takeLeaseSchema>;
    readonly now: number;
  },
): string | null {
  const { actor } = asked.ctx;
  const viewing = viewItem(tx, actor, asked.input);
  const assignedTo = viewing.place?.assignedTo ?? null;
  if (assignedTo !== null && assignedTo !== actor.id && !mayAct(actor.role, "runner")) {
    return "This item was given to somebody else.";
  }
  return hindranceOf(viewing, { actor, now: asked.now });
}
