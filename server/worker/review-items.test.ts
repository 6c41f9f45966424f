import pino from "pino";
import { expect, test } from "vitest";
import { reviewItems } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { appendEvent } from "@/server/runs/events.repo";
import { fillItems } from "@/server/review/testing/fill-items";
import { makeReviewItems } from "./review-items";

const logger = pino({ level: "silent" });

test("what is there when the worker starts, and what a stage stores later, become items", async () => {
  const { db } = openTestDatabase();
  fillItems(db, { items: 30, runs: 1, sync: false });
  const ending = new AbortController();
  const counts: number[] = [];
  const sleeps = [
    () => {
      const later = fillItems(db, { items: 20, runs: 1, seed: "later", sync: false });
      const [runId = ""] = later.runIds;
      for (const problemId of later.problemIds) {
        appendEvent(db, { runId, problemId, level: "info", kind: "stage-finished", message: "stored" }, 1);
      }
    },
    () => undefined,
    () => ending.abort(),
  ];
  const clock = {
    now: () => 1_000,
    sleep: () => {
      counts.push(db.select().from(reviewItems).all().length);
      sleeps.shift()?.();
      return Promise.resolve();
    },
  };
  await makeReviewItems({ db, clock, logger }, ending.signal);
  expect(counts).toEqual([30, 50, 50]);
});

test("a database that is busy is looked at again", async () => {
  const { db, sqlite } = openTestDatabase();
  fillItems(db, { items: 10, sync: false });
  sqlite.exec(
    "create temp trigger busy before insert on review_items begin select raise(abort, 'busy'); end",
  );
  const ending = new AbortController();
  const counts: number[] = [];
  const clock = {
    now: () => 1_000,
    sleep: () => {
      counts.push(db.select().from(reviewItems).all().length);
      if (counts.length === 1) sqlite.exec("drop trigger busy");
      else ending.abort();
      return Promise.resolve();
    },
  };
  await makeReviewItems({ db, clock, logger }, ending.signal);
  expect(counts).toEqual([0, 10]);
});
