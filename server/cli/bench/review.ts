import { fork } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pino from "pino";
import { z } from "zod";
import { openDatabase, type Connection, type Db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { addActor } from "@/server/accounts/testing/actors";
import type { Actor } from "@/server/accounts/accounts.schema";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { SORTS, type ItemFilter } from "@/server/review/review.schema";
import { newestEvent } from "@/server/review/sync/stages.repo";
import { syncStages } from "@/server/review/sync-items.service";
import { fillItems } from "@/server/review/testing/fill-items";
import { createCallerFactory } from "@/server/trpc/init";
import { reviewRouter } from "@/server/trpc/routers/review";
import { checkReview } from "./review-checks";
import { spreadOf, type Spread } from "./spread";

/** People at once, in so many processes, as web and worker are two. */
const ANNOTATORS = 50;
const PROCESSES = 4;
const DECISIONS = 5_000;
const REPEATS = 5;

export interface ReviewFigures {
  readonly items: number;
  readonly fillSeconds: number;
  /** Milliseconds of a page of the list over three sorts and three places in it, by filter. */
  readonly lists: readonly { readonly name: string; readonly total: number; readonly spread: Spread }[];
  readonly facets: Spread;
  readonly next: Spread;
  readonly idleSync: Spread;
  readonly crowds: readonly CrowdFigures[];
}

/** Many people at once: by overlap. */
export interface CrowdFigures {
  readonly overlap: number;
  readonly decisions: number;
  readonly seconds: number;
  /** Milliseconds from a decision to the next item, as the procedures take them. */
  readonly decideAndNext: Spread;
}

const filters: Readonly<Record<string, Partial<ItemFilter>>> = {
  "no filter": {},
  kind: { kind: "pair" },
  run: { runId: "run_fill_1" },
  stage: { stage: "self-correction" },
  bucket: { bucket: "hard" },
  level: { level: "Level 2" },
  subject: { subject: "algebra" },
  margin: { marginMin: 0.2, marginMax: 0.3 },
  length: { lengthMin: 600 },
  outcome: { outcome: "accept" },
  annotator: { annotatorId: "annotator-0" },
  reason: { reason: "arithmetic-slip" },
  machine: { machine: "refused" },
  "rare words": { text: "triangle 4711" },
  "common words": { text: "step since" },
  "begun word": { text: "st" },
  "words and more": { kind: "pair", bucket: "hard", text: "triangle" },
};

/**
 * Review with many items: how long a page of the list, the next item and a decision take, and whether any item goes to
 * two people or any decision is lost while many work at once.
 * @throws Error when one was
 */
export async function benchReview(items: number): Promise<ReviewFigures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-review-"));
  const file = path.join(folder, "bench.sqlite");
  const connection = openDatabase(file);
  try {
    migrateDatabase(connection);
    const started = performance.now();
    fillItems(connection.db, { items });
    const fillSeconds = (performance.now() - started) / 1000;
    const lead = addActor(connection.db, "lead", "admin");
    for (let at = 0; at < ANNOTATORS; at++) addActor(connection.db, `annotator-${at}`);
    const crowds: CrowdFigures[] = [];
    for (const overlap of [1, 2]) {
      crowds.push(
        await crowd(connection, { file, lead, overlap, decisions: Math.min(DECISIONS, items / 4) }),
      );
    }
    return { items, fillSeconds, ...(await oneByOne(connection.db, lead)), crowds };
  } finally {
    connection.sqlite.close();
    fs.rmSync(folder, { recursive: true });
  }
}

/** The procedures as one person reaches them, over a connection. */
export function reviewCaller(db: Db, actor: Actor) {
  const logger = pino({ level: "silent" });
  return createCallerFactory(reviewRouter)({
    db,
    clock: systemClock,
    env: readEnv({ NODE_ENV: "test" }),
    logger,
    actor,
  });
}

async function oneByOne(db: Db, lead: Actor) {
  const review = reviewCaller(db, lead);
  const lists: { name: string; total: number; spread: Spread }[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    const { total } = await review.items.list({ filter });
    const last = Math.max(1, Math.ceil(total / 25));
    const times: number[] = [];
    for (const sort of SORTS) {
      for (const page of [1, Math.ceil(last / 2), last]) {
        times.push(...(await measure(() => review.items.list({ filter, sort, page, seed: page }))));
      }
    }
    lists.push({ name, total, spread: spreadOf(times) });
  }
  const nexts: number[] = [];
  for (const filter of Object.values(filters)) {
    nexts.push(...(await measure(() => review.next({ campaignId: "camp_all", filter }))));
  }
  const facets = spreadOf(await measure(() => review.items.facets({ campaignId: "camp_all" })));
  const event = newestEvent(db);
  const idle = await measure(() => Promise.resolve(syncStages(db, { now: 0, after: event })));
  return { lists, facets, next: spreadOf(nexts), idleSync: spreadOf(idle) };
}

async function measure(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times;
}

const reportSchema = z.object({ acts: z.array(z.string()), times: z.array(z.number()) });
export type CrowdReport = z.infer<typeof reportSchema>;

async function crowd(
  { db }: Connection,
  params: {
    readonly file: string;
    readonly lead: Actor;
    readonly overlap: number;
    readonly decisions: number;
  },
): Promise<CrowdFigures> {
  const { file, lead, overlap, decisions } = params;
  const campaign = await reviewCaller(db, lead).campaigns.create({ name: `Overlap ${overlap}`, overlap });
  const started = performance.now();
  const reports = await Promise.all(
    Array.from({ length: PROCESSES }, async (_, at): Promise<CrowdReport> => {
      const people = Array.from({ length: ANNOTATORS }, (__, person) => person).filter(
        (person) => person % PROCESSES === at,
      );
      const job = { file, campaignId: campaign.id, people, decisions: Math.ceil(decisions / PROCESSES) };
      const child = fork(path.join(import.meta.dirname, "annotators.ts"), [JSON.stringify(job)], {
        execArgv: ["--import", "tsx"],
      });
      const ended = once(child, "exit");
      const [report]: unknown[] = await Promise.race([once(child, "message"), ended.then(() => [null])]);
      await ended;
      return reportSchema.parse(report);
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const acts = reports.flatMap((report) => report.acts);
  checkReview(db, { campaignId: campaign.id, overlap, acts });
  return {
    overlap,
    decisions: acts.length,
    seconds,
    decideAndNext: spreadOf(reports.flatMap(({ times }) => times)),
  };
}
