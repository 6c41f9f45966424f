/**
 * `server/review` owns what people decide about pairs and corrections: items, campaigns, the queue with its leases, and
 * the append-only log of acts. It reads the runs' rows and changes none of them.
 */
import type { Db } from "@/db/client";
import type { Actor } from "@/server/accounts/accounts.schema";
import type { Clock } from "@/server/foundation/clock";

/** What a use case of review needs to know: the database, the time, and who asks. */
export interface ReviewContext {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
}

export type Transaction = Parameters<Parameters<Db["transaction"]>[0]>[0];
/** A connection, or an open transaction of one. */
export type Reads = Db | Transaction;
