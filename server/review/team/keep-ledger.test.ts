import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { reviewDecisions, reviewItems } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Actor } from "@/server/accounts/accounts.schema";
import { addActor } from "@/server/accounts/testing/actors";
import { AppError } from "@/server/foundation/errors";
import { bulk, bulkPreview } from "../acts/bulk.service";
import { decide } from "../acts/decide.service";
import { redo, undo } from "../acts/undo.service";
import { bulkPreviewSchema, bulkSchema, decideSchema, undoSchema } from "../review.schema";
import { fillItems } from "../testing/fill-items";
import { ledgerOf } from "./keep-ledger";
import type { Ledger } from "./ledger";
import { lastItem, standingWithin } from "./ledger.repo";
import { unitsOfRows } from "./units-of-rows";

const ITEMS = 8;
const campaignId = "camp_all";

let db: Db;
let people: readonly Actor[];
let now: number;
const clock = { now: () => now, sleep: () => Promise.resolve() };

beforeEach(() => {
  ({ db } = openTestDatabase());
  now = 2_000_000;
  people = ["ana", "ben", "cy"].map((id) => addActor(db, id, "admin"));
  fillItems(db, { items: ITEMS, perProblem: 4 });
});

/** Read from the rows anew, in the order of items. */
const fresh = () => unitsOfRows(standingWithin(db, { from: 0, before: lastItem(db) + 1 }));
const inOrder = (ledger: Ledger) =>
  [...ledger]
    .toSorted(([a], [b]) => a - b)
    .map(([, units]) => units.map(({ votes, ...unit }) => [unit, new Set(votes)]));

type Step = {
  readonly who: number;
  readonly number: number;
  readonly does: "accept" | "swap" | "bulk" | "undo" | "redo";
};
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  number: fc.integer({ min: 1, max: ITEMS }),
  does: fc.constantFrom("accept", "swap", "bulk", "undo", "redo"),
});

/** What is not allowed is left undone: only what is stored matters here. */
function attempt({ who, number, does }: Step): void {
  const actor = people[who];
  if (actor === undefined) return;
  now += 1_000;
  const ctx = { db, clock, actor };
  const actId = randomUUID();
  try {
    if (does === "undo") undo(ctx, undoSchema.parse({ actId }));
    else if (does === "redo") redo(ctx, undoSchema.parse({ actId }));
    else if (does === "bulk") {
      const target = { campaignId, verdict: "tie", numbers: [1, 2, number] };
      const expected = bulkPreview(ctx, bulkPreviewSchema.parse(target)).change;
      bulk(ctx, bulkSchema.parse({ ...target, actId, expected }));
    } else decide(ctx, decideSchema.parse({ actId, campaignId, number, choice: does, durationMs: 5_000 }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

describe("the ledger", () => {
  it("kept up to date from the log is the ledger read anew, whatever people did, took back and did again", async () => {
    const decided = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        for (const each of steps) {
          attempt(each);
          expect(inOrder(await ledgerOf({ db, clock }))).toEqual(inOrder(fresh()));
        }
        for (const number of fresh().keys()) decided.add(number);
      }),
      { numRuns: 25 },
    );
    expect(decided.size).toBeGreaterThan(ITEMS / 2);
    expect(await db.$count(reviewDecisions)).toBeGreaterThan(20);
  });

  it("is the same for two who look at once", async () => {
    attempt({ who: 0, number: 1, does: "accept" });
    const [one, other] = await Promise.all([ledgerOf({ db, clock }), ledgerOf({ db, clock })]);
    expect(one).toBe(other);
    expect(one.get(1)?.[0]?.votes).toHaveLength(1);
  });

  it("sees after a while what the log does not tell", async () => {
    attempt({ who: 0, number: 1, does: "accept" });
    await ledgerOf({ db, clock });
    db.update(reviewItems).set({ doubt: 0.42 }).run();
    now += 11 * 60_000;
    expect((await ledgerOf({ db, clock })).get(1)?.[0]?.item.doubt).toBe(0.42);
  });
});
