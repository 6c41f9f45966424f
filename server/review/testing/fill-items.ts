import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  calls,
  chains,
  corrections,
  models,
  pairs,
  problems,
  problemSets,
  prompts,
  runProblems,
  runs,
} from "@/db/schema";
import { seededRng, type Rng } from "@/server/foundation/rng";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { STAGES } from "@/server/sphere/io";
import { BUCKETS, VALUE_KINDS } from "@/server/sphere/types";
import { syncItems } from "../sync-items.service";

interface Fill {
  /** How many items; one in ten is a correction. */
  readonly items: number;
  /** The same seed gives the same rows. */
  readonly seed?: string;
  /** Items of one problem. */
  readonly perProblem?: number;
  readonly runs?: number;
  /** Without: the rows of runs alone. */
  readonly sync?: boolean;
  readonly now?: number;
}

export interface Filled {
  readonly runIds: readonly string[];
  readonly problemIds: readonly string[];
}

const SET = "set_review";
const MODEL = "model_review";
const PROMPT = "prompt_review";
const PROBLEMS_AT_ONCE = 100;
const SUBJECTS = ["algebra", "geometry", "number theory", "counting", "precalculus"];

/**
 * Fills a database with runs that made many pairs and corrections, the least that makes each row valid, and makes their
 * items. Every field that the list filters by takes several values.
 */
export function fillItems(db: Db, fill: Fill): Filled {
  const { items, seed = "fill", perProblem = 10, sync = true, now = 1_000_000 } = fill;
  const rng = seededRng(seed);
  const runIds = Array.from({ length: fill.runs ?? 3 }, (_, at) => `run_${seed}_${at}`);
  const problemCount = Math.ceil(items / perProblem);
  const problemIds = Array.from({ length: problemCount }, (_, at) => `problem_${seed}_${at}`);
  insertOwners(db, { runIds, problemCount, now });
  const insert = prepareInserts(db);
  const known = problems.position;
  const first =
    db
      .select({ n: sql<number>`coalesce(max(${known}) + 1, 0)` })
      .from(problems)
      .get()?.n ?? 0;
  for (let from = 0; from < problemCount; from += PROBLEMS_AT_ONCE) {
    db.transaction(() => {
      for (let at = from; at < Math.min(problemCount, from + PROBLEMS_AT_ONCE); at++) {
        const runId = runIds[at % runIds.length] ?? "";
        const problemId = problemIds[at] ?? "";
        const own = { runId, problemId };
        const bucket = BUCKETS[at % BUCKETS.length] ?? "mixed";
        const [subject, level] = [SUBJECTS[at % SUBJECTS.length], `Level ${1 + (at % 4)}`];
        insert.problem.run({
          id: problemId,
          position: first + at,
          statement: statementOf(rng),
          subject,
          level,
        });
        insert.runProblem.run({ ...own, position: at, bucket });
        insert.call.run({ ...own, id: `call_${problemId}`, at: now + at });
        const count = Math.min(perProblem, items - at * perProblem);
        for (let place = 0; place < count; place++) insertItem({ insert, rng, own, place, now: now + at });
      }
    });
  }
  if (sync) syncItems(db, { now });
  return { runIds, problemIds };
}

interface OneItem {
  readonly insert: ReturnType<typeof prepareInserts>;
  readonly rng: Rng;
  readonly own: { readonly runId: string; readonly problemId: string };
  readonly place: number;
  readonly now: number;
}

function insertItem({ insert, rng, own, place, now }: OneItem): void {
  const stage = STAGES[Math.floor(rng() * STAGES.length)] ?? "self-generation";
  const [chosen, rejected] = [stepsOf(rng), stepsOf(rng)];
  const id = `${own.problemId}_${place}`;
  const callId = `call_${own.problemId}`;
  const chain = { ...own, callId, stage, position: 2 * place };
  insert.chain.run({
    ...chain,
    id: `chain_${id}_right`,
    steps: JSON.stringify(chosen),
    verdict: "correct",
    wrong: null,
  });
  insert.chain.run({
    ...chain,
    id: `chain_${id}_wrong`,
    steps: JSON.stringify(rejected),
    verdict: "incorrect",
    wrong: Math.floor(rng() * rejected.length),
  });
  if (place % 10 === 9) {
    const accepted = rng() < 0.7;
    insert.correction.run({
      ...own,
      id: `correction_${id}`,
      callId,
      wrongChainId: `chain_${id}_wrong`,
      chainId: `chain_${id}_right`,
      claimedStep: Math.floor(rng() * rejected.length),
      explanation: `The step says ${phrase(rng)}, which is wrong.`,
      accepted: accepted ? 1 : 0,
      refusedBy: accepted ? null : "luck",
      position: place,
    });
    return;
  }
  const valuedBy = VALUE_KINDS[Math.floor(rng() * VALUE_KINDS.length)] ?? "rollouts";
  const rollouts = valuedBy === "rollouts" ? 1 + Math.floor(rng() * 16) : 1;
  const qRejected = Math.round(rng() * 8) / 16;
  const qChosen = Math.min(1, qRejected + Math.round(rng() * 8) / 16);
  insert.pair.run({
    ...own,
    id: `pair_${id}`,
    stage,
    chosen: chosen.join(""),
    rejected: rejected.join(""),
    chosenChainId: `chain_${id}_right`,
    rejectedChainId: `chain_${id}_wrong`,
    qChosen,
    qRejected,
    margin: qChosen - qRejected,
    rollouts,
    valuedBy,
    position: place,
    createdAt: now,
  });
}

function insertOwners(
  db: Db,
  { runIds, problemCount, now }: { readonly runIds: readonly string[]; problemCount: number; now: number },
): void {
  db.insert(problemSets)
    .values({
      id: SET,
      name: "Review",
      kind: "training",
      status: "ready",
      source: "test",
      problemCount,
      faults: [],
      createdAt: 0,
    })
    .onConflictDoNothing()
    .run();
  db.insert(models)
    .values({
      id: MODEL,
      name: "Reviewed policy",
      kind: "scripted",
      status: "ready",
      script: "default",
      createdAt: 0,
    })
    .onConflictDoNothing()
    .run();
  db.insert(prompts)
    .values({ hash: PROMPT, messages: [{ role: "user", content: "Solve it step by step." }] })
    .onConflictDoNothing()
    .run();
  for (const [at, id] of runIds.entries()) {
    const launch = launchRunSchema.parse({
      name: `Filled ${at + 1}`,
      policyModelId: MODEL,
      problemSetId: SET,
      problemCount: Math.max(1, problemCount),
      seed: 1,
    });
    db.insert(runs)
      .values({
        id,
        name: launch.name,
        status: "finished",
        launch,
        policyModelId: MODEL,
        problemSetId: SET,
        problemCount,
        graderVersion: "test",
        promptVersion: "test",
        createdAt: now + at,
      })
      .run();
  }
}

const $ = (name: string) => sql.placeholder(name);

function prepareInserts(db: Db) {
  const own = { runId: $("runId"), problemId: $("problemId") };
  return {
    problem: db
      .insert(problems)
      .values({
        id: $("id"),
        setId: SET,
        externalId: $("id"),
        position: $("position"),
        statement: $("statement"),
        answer: "42",
        level: $("level"),
        subject: $("subject"),
        fingerprint: $("id"),
      })
      .prepare(),
    runProblem: db
      .insert(runProblems)
      .values({ ...own, position: $("position"), status: "done", bucket: $("bucket"), savedStages: [] })
      .prepare(),
    call: db
      .insert(calls)
      .values({
        ...own,
        id: $("id"),
        stage: "self-correction",
        purpose: "solve",
        role: "policy",
        modelId: MODEL,
        promptHash: PROMPT,
        prefix: "",
        depth: 0,
        samplesWanted: 1,
        temperature: 0.8,
        topP: 1,
        maxTokens: 512,
        stop: [],
        ordinal: 0,
        status: "ok",
        samples: [],
        promptTokens: 40,
        generatedTokens: 100,
        durationMs: 900,
        createdAt: $("at"),
      })
      .prepare(),
    chain: db
      .insert(chains)
      .values({
        ...own,
        id: $("id"),
        stage: $("stage"),
        origin: "root-sample",
        role: "policy",
        callId: $("callId"),
        sampleIndex: 0,
        prefix: "",
        steps: sql`${$("steps")}`,
        terminal: "boxed",
        verdict: $("verdict"),
        extracted: "42",
        rule: "number",
        tokens: 100,
        meanLogprob: -0.3,
        firstWrongStep: $("wrong"),
        position: $("position"),
      })
      .prepare(),
    correction: db
      .insert(corrections)
      .values({
        ...own,
        id: $("id"),
        wrongChainId: $("wrongChainId"),
        callId: $("callId"),
        sampleIndex: 0,
        claimedStep: $("claimedStep"),
        explanation: $("explanation"),
        reply: $("explanation"),
        chainId: $("chainId"),
        accepted: sql`${$("accepted")}`,
        refusedBy: $("refusedBy"),
        position: $("position"),
      })
      .prepare(),
    pair: db
      .insert(pairs)
      .values({
        ...own,
        id: $("id"),
        stage: $("stage"),
        level: "solution",
        prefix: "",
        prefixSteps: 0,
        chosen: $("chosen"),
        rejected: $("rejected"),
        chosenChainId: $("chosenChainId"),
        rejectedChainId: $("rejectedChainId"),
        qChosen: $("qChosen"),
        qRejected: $("qRejected"),
        margin: $("margin"),
        rollouts: $("rollouts"),
        similarity: 0.3,
        rejectedTruncated: false,
        valuedBy: $("valuedBy"),
        position: $("position"),
        createdAt: $("createdAt"),
      })
      .prepare(),
  };
}

const WORDS =
  `apple boxes divide equation fraction geometry height integer juice kilograms length minutes number orchard price
  quarter remainder square triangle uniform volume width yards zero angle base circle degree edge factor`.split(
    /\s+/,
  );

function phrase(rng: Rng): string {
  const word = () => WORDS[Math.floor(rng() * WORDS.length)] ?? "";
  return `the ${word()} of the ${word()} is ${Math.floor(rng() * 10_000)}`;
}

function statementOf(rng: Rng): string {
  return `Given that ${phrase(rng)} and ${phrase(rng)}, how many are left?`;
}

function stepsOf(rng: Rng): string[] {
  const count = 3 + Math.floor(rng() * 5);
  return Array.from({ length: count }, (_, at) => {
    const more = Array.from({ length: 1 + Math.floor(rng() * 3) }, () => phrase(rng)).join(", and ");
    return `Step ${at + 1}: Since ${more}, we have $x_{${at}} = ${Math.floor(rng() * 500)}$.\n`;
  });
}
