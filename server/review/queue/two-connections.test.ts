import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { reviewLeases } from "@/db/schema";
import { addActor } from "@/server/accounts/testing/actors";
import { NO_FILTER } from "../review.schema";
import { fillItems } from "../testing/fill-items";
import { grantLease } from "./leases.repo";
import { pickNext, stillWanted, type Seeker } from "./pick.repo";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-leases-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Two processes' connections to one file; each picks, and later leases what it picked. */
test("of two who picked the same item by their own connections one wins", () => {
  let file = 0;
  const order = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.constantFrom("pick", "lease")), {
    maxLength: 24,
  });
  fc.assert(
    fc.property(order, (steps) => {
      const name = path.join(folder, `${file++}.sqlite`);
      const connections = [openDatabase(name), openDatabase(name)] as const;
      const [{ db: first }] = connections;
      migrateDatabase(connections[0]);
      fillItems(first, { items: 4, runs: 1 });
      const people = ["ana", "ben"].map((id) => addActor(first, id).id);
      const picked: (number | null)[] = [null, null];
      const holders = new Map<number, string>();
      for (const [who, does] of steps) {
        const db = connections[who === 0 ? 0 : 1].db;
        const userId = people[who] ?? "";
        const seeker: Seeker = { campaignId: "camp_all", userId, now: 10_000, filter: NO_FILTER, except: [] };
        if (does === "pick") picked[who] = pickNext(db, seeker);
        const number = picked[who] ?? null;
        if (does === "pick" || number === null) continue;
        const lease = db.transaction(
          (tx) => grantLease(tx, { ...seeker, number }, stillWanted(tx, seeker, false)),
          {
            behavior: "immediate",
          },
        );
        expect(lease === null).toBe(holders.has(number));
        if (lease !== null) holders.set(number, userId);
      }
      const history = first.select().from(reviewLeases).all();
      expect(history).toHaveLength(holders.size);
      expect(new Map(history.map(({ itemNumber, userId }) => [itemNumber, userId]))).toEqual(holders);
      for (const { sqlite } of connections) sqlite.close();
    }),
    { numRuns: 25 },
  );
});
