import { tracked } from "@trpc/server";
import { z } from "zod";
import { adjustRun } from "@/server/runs/adjust.service";
import { baselineOf } from "@/server/runs/baseline.service";
import { compareRuns } from "@/server/runs/compare-runs.service";
import { dryRun } from "@/server/runs/dry-run.service";
import { errorGroups } from "@/server/runs/errors.service";
import { estimate } from "@/server/runs/estimate.service";
import { launchWhenChecked } from "@/server/runs/launch-when-checked.service";
import { listRunViews, recentRuns } from "@/server/runs/list-runs.service";
import { notices } from "@/server/runs/notices.service";
import { readOverview } from "@/server/runs/overview.service";
import { moveInQueue, queue } from "@/server/runs/queue.service";
import { removalPreview, removeRun } from "@/server/runs/remove-run.service";
import { retryFailed } from "@/server/runs/retry-failed.service";
import { cancelRun, getRun, pauseRun, resumeRun } from "@/server/runs/runs.service";
import { PROBLEM_STATUSES } from "@/server/runs/runs.schema";
import {
  adjustRunSchema,
  baselineSchema,
  launchInputSchema,
  listRunsSchema,
  moveInQueueSchema,
  resumeRunSchema,
  retryFailedSchema,
} from "@/server/runs/steering.schema";
import { runReport } from "@/server/runs/report.service";
import * as reading from "@/server/runs/reading.service";
import { readTree, readTreeNode } from "@/server/runs/tree.service";
import { watchRun } from "@/server/runs/watch-run";
import { STAGES } from "@/server/sphere/io";
import { BUCKETS } from "@/server/sphere/types";
import { procedures, router } from "../init";

const { reader, runner } = procedures;

const runId = z.object({ runId: z.string().min(1) });
const limit = z.number().int().min(1).max(200).default(50);

export const runsRouter = router({
  list: reader.input(listRunsSchema).query(({ ctx, input }) => listRunViews(ctx.db, input)),
  recent: reader.query(({ ctx }) => recentRuns(ctx.db, 5)),
  overview: reader.query(({ ctx }) => readOverview(ctx)),
  get: reader.input(runId).query(({ ctx, input }) => getRun(ctx.db, input.runId)),
  names: reader.input(runId).query(({ ctx, input }) => reading.runNames(ctx.db, input.runId)),
  worker: reader.query(({ ctx }) => reading.workerState(ctx)),
  estimate: reader.input(launchInputSchema).query(({ ctx, input }) => estimate(ctx, input)),
  dryRun: runner.input(launchInputSchema).mutation(({ ctx, input }) => dryRun(ctx, input)),
  launch: runner.input(launchInputSchema).mutation(({ ctx, input }) => launchWhenChecked(ctx, input)),
  baselineOf: reader.input(baselineSchema).query(({ ctx, input }) => baselineOf(ctx.db, input)),
  queue: reader.query(({ ctx }) => queue(ctx)),
  moveInQueue: runner.input(moveInQueueSchema).mutation(({ ctx, input }) => moveInQueue(ctx, input)),
  adjust: runner.input(adjustRunSchema).mutation(({ ctx, input }) => adjustRun(ctx, input)),
  pause: runner.input(runId).mutation(({ ctx, input }) => pauseRun(ctx, input.runId)),
  cancel: runner.input(runId).mutation(({ ctx, input }) => cancelRun(ctx, input.runId)),
  resume: runner.input(resumeRunSchema).mutation(({ ctx, input }) => resumeRun(ctx, input)),
  retryFailed: runner.input(retryFailedSchema).mutation(({ ctx, input }) => retryFailed(ctx, input)),
  removalPreview: reader.input(runId).query(({ ctx, input }) => removalPreview(ctx.db, input.runId)),
  remove: runner.input(runId).mutation(({ ctx, input }) => removeRun(ctx, input.runId)),
  compare: reader
    .input(z.object({ a: z.string().min(1), b: z.string().min(1) }))
    .query(({ ctx, input }) => compareRuns(ctx.db, input)),
  notices: reader
    .input(z.object({ since: z.number().int().min(0).nullable().default(null) }))
    .query(({ ctx, input }) => notices(ctx.db, input.since)),
  progress: reader.input(runId).query(({ ctx, input }) => reading.progress(ctx.db, input.runId)),
  report: reader.input(runId).query(({ ctx, input }) => runReport(ctx.db, input.runId)),
  errors: reader
    .input(runId.extend({ examples: z.number().int().min(1).max(20).default(5) }))
    .query(({ ctx, input }) => errorGroups(ctx.db, input)),
  throughput: reader.input(runId).query(({ ctx, input }) => reading.throughput(ctx, input.runId)),
  events: reader
    .input(runId.extend({ limit, beforeId: z.number().nullable().default(null) }))
    .query(({ ctx, input }) => reading.events(ctx.db, input)),
  problems: reader
    .input(
      runId.extend({
        limit,
        afterPosition: z.number().int().min(-1).default(-1),
        status: z.enum(PROBLEM_STATUSES).nullable().default(null),
        bucket: z.enum(BUCKETS).nullable().default(null),
      }),
    )
    .query(({ ctx, input }) => reading.problems(ctx.db, input)),
  problem: reader
    .input(runId.extend({ problemId: z.string().min(1) }))
    .query(({ ctx, input }) => reading.problemDetail(ctx.db, input)),
  tree: reader
    .input(runId.extend({ problemId: z.string().min(1) }))
    .query(({ ctx, input }) => readTree(ctx.db, input)),
  treeNode: reader
    .input(runId.extend({ problemId: z.string().min(1), nodeId: z.string().min(1) }))
    .query(({ ctx, input }) => readTreeNode(ctx.db, input)),
  modelCall: reader
    .input(z.object({ callId: z.string().min(1) }))
    .query(({ ctx, input }) => reading.callDetail(ctx.db, input.callId)),
  pairs: reader
    .input(
      runId.extend({
        stage: z.enum(STAGES).nullable().default(null),
        heldBack: z.boolean().default(false),
        page: z.number().int().min(1).default(1),
        pageSize: z.number().int().min(1).max(100).default(20),
      }),
    )
    .query(({ ctx, input }) => reading.pairs(ctx.db, input)),
  pair: reader
    .input(z.object({ pairId: z.string().min(1) }))
    .query(({ ctx, input }) => reading.pairDetail(ctx.db, input.pairId)),
  watch: reader
    .input(runId.extend({ lastEventId: z.coerce.number().int().min(0).default(0) }))
    .subscription(async function* ({ ctx, input, signal }) {
      const ended = signal ?? new AbortController().signal;
      const updates = watchRun(ctx, { runId: input.runId, afterId: input.lastEventId }, ended);
      for await (const { id, update } of updates) yield tracked(String(id), update);
    }),
});
