import { tracked } from "@trpc/server";
import { z } from "zod";
import { adjustRun } from "@/server/runs/adjust.service";
import { baselineOf } from "@/server/runs/baseline.service";
import { compareRuns } from "@/server/runs/compare-runs.service";
import { dryRun } from "@/server/runs/dry-run.service";
import { errorGroups } from "@/server/runs/errors.service";
import { estimate } from "@/server/runs/estimate.service";
import { listRunViews, recentRuns } from "@/server/runs/list-runs.service";
import { notices } from "@/server/runs/notices.service";
import { readOverview } from "@/server/runs/overview.service";
import { moveInQueue, queue } from "@/server/runs/queue.service";
import { removalPreview, removeRun } from "@/server/runs/remove-run.service";
import { retryFailed } from "@/server/runs/retry-failed.service";
import { cancelRun, getRun, launchFromInput, pauseRun, resumeRun } from "@/server/runs/runs.service";
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
import { procedure, router } from "../init";

const runId = z.object({ runId: z.string().min(1) });
const limit = z.number().int().min(1).max(200).default(50);

export const runsRouter = router({
  list: procedure.input(listRunsSchema).query(({ ctx, input }) => listRunViews(ctx.db, input)),
  recent: procedure.query(({ ctx }) => recentRuns(ctx.db, 5)),
  overview: procedure.query(({ ctx }) => readOverview(ctx)),
  get: procedure.input(runId).query(({ ctx, input }) => getRun(ctx.db, input.runId)),
  names: procedure.input(runId).query(({ ctx, input }) => reading.runNames(ctx.db, input.runId)),
  worker: procedure.query(({ ctx }) => reading.workerState(ctx)),
  estimate: procedure.input(launchInputSchema).query(({ ctx, input }) => estimate(ctx.db, input)),
  dryRun: procedure.input(launchInputSchema).mutation(({ ctx, input }) => dryRun(ctx, input)),
  launch: procedure.input(launchInputSchema).mutation(({ ctx, input }) => launchFromInput(ctx, input)),
  baselineOf: procedure.input(baselineSchema).query(({ ctx, input }) => baselineOf(ctx.db, input)),
  queue: procedure.query(({ ctx }) => queue(ctx)),
  moveInQueue: procedure.input(moveInQueueSchema).mutation(({ ctx, input }) => moveInQueue(ctx, input)),
  adjust: procedure.input(adjustRunSchema).mutation(({ ctx, input }) => adjustRun(ctx, input)),
  pause: procedure.input(runId).mutation(({ ctx, input }) => pauseRun(ctx, input.runId)),
  cancel: procedure.input(runId).mutation(({ ctx, input }) => cancelRun(ctx, input.runId)),
  resume: procedure.input(resumeRunSchema).mutation(({ ctx, input }) => resumeRun(ctx, input)),
  retryFailed: procedure.input(retryFailedSchema).mutation(({ ctx, input }) => retryFailed(ctx, input)),
  removalPreview: procedure.input(runId).query(({ ctx, input }) => removalPreview(ctx.db, input.runId)),
  remove: procedure.input(runId).mutation(({ ctx, input }) => removeRun(ctx, input.runId)),
  compare: procedure
    .input(z.object({ a: z.string().min(1), b: z.string().min(1) }))
    .query(({ ctx, input }) => compareRuns(ctx.db, input)),
  notices: procedure
    .input(z.object({ since: z.number().int().min(0).nullable().default(null) }))
    .query(({ ctx, input }) => notices(ctx.db, input.since)),
  progress: procedure.input(runId).query(({ ctx, input }) => reading.progress(ctx.db, input.runId)),
  report: procedure.input(runId).query(({ ctx, input }) => runReport(ctx.db, input.runId)),
  errors: procedure
    .input(runId.extend({ examples: z.number().int().min(1).max(20).default(5) }))
    .query(({ ctx, input }) => errorGroups(ctx.db, input)),
  throughput: procedure.input(runId).query(({ ctx, input }) => reading.throughput(ctx, input.runId)),
  events: procedure
    .input(runId.extend({ limit, beforeId: z.number().nullable().default(null) }))
    .query(({ ctx, input }) => reading.events(ctx.db, input)),
  problems: procedure
    .input(
      runId.extend({
        limit,
        afterPosition: z.number().int().min(-1).default(-1),
        status: z.enum(PROBLEM_STATUSES).nullable().default(null),
        bucket: z.enum(BUCKETS).nullable().default(null),
      }),
    )
    .query(({ ctx, input }) => reading.problems(ctx.db, input)),
  problem: procedure
    .input(runId.extend({ problemId: z.string().min(1) }))
    .query(({ ctx, input }) => reading.problemDetail(ctx.db, input)),
  tree: procedure
    .input(runId.extend({ problemId: z.string().min(1) }))
    .query(({ ctx, input }) => readTree(ctx.db, input)),
  treeNode: procedure
    .input(runId.extend({ problemId: z.string().min(1), nodeId: z.string().min(1) }))
    .query(({ ctx, input }) => readTreeNode(ctx.db, input)),
  modelCall: procedure
    .input(z.object({ callId: z.string().min(1) }))
    .query(({ ctx, input }) => reading.callDetail(ctx.db, input.callId)),
  pairs: procedure
    .input(
      runId.extend({
        stage: z.enum(STAGES).nullable().default(null),
        heldBack: z.boolean().default(false),
        page: z.number().int().min(1).default(1),
        pageSize: z.number().int().min(1).max(100).default(20),
      }),
    )
    .query(({ ctx, input }) => reading.pairs(ctx.db, input)),
  pair: procedure
    .input(z.object({ pairId: z.string().min(1) }))
    .query(({ ctx, input }) => reading.pairDetail(ctx.db, input.pairId)),
  watch: procedure
    .input(runId.extend({ lastEventId: z.coerce.number().int().min(0).default(0) }))
    .subscription(async function* ({ ctx, input, signal }) {
      const ended = signal ?? new AbortController().signal;
      const updates = watchRun(ctx, { runId: input.runId, afterId: input.lastEventId }, ended);
      for await (const { id, update } of updates) yield tracked(String(id), update);
    }),
});
