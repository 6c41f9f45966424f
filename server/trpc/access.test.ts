import { callTRPCProcedure, TRPCError, type AnyTRPCProcedure } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { mayAct, ROLES, type Role } from "@/server/accounts/accounts.schema";
import { addActor } from "@/server/accounts/testing/actors";
import { systemClock } from "@/server/foundation/clock";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import { appRouter } from "./router";

/**
 * Who may call what: the whole API, by the least role that a procedure asks for. A new procedure is added here, so that
 * whoever adds it has said it twice.
 */
const ACCESS: Readonly<Record<Role | "anyone", readonly string[]>> = {
  anyone: [
    "accounts.join",
    "accounts.link",
    "accounts.me",
    "accounts.newPassword",
    "accounts.newPasswordFor",
    "accounts.setUp",
  ],
  reader: [
    "accounts.changePassword",
    "accounts.rename",
    "accounts.revokeSession",
    "accounts.sessions",
    "evaluations.compare",
    "evaluations.compareChoices",
    "evaluations.compareFamily",
    "evaluations.compareItem",
    "evaluations.compareItems",
    "evaluations.compareSlices",
    "evaluations.curves",
    "evaluations.disagreement",
    "evaluations.disagreements",
    "evaluations.estimate",
    "evaluations.failures",
    "evaluations.get",
    "evaluations.graders",
    "evaluations.item",
    "evaluations.items",
    "evaluations.leaderboard",
    "evaluations.list",
    "evaluations.modelCall",
    "evaluations.ofProblem",
    "evaluations.publishedRows",
    "evaluations.watch",
    "models.families",
    "models.get",
    "models.list",
    "models.llamaServerProgram",
    "models.llamaServerState",
    "models.trainingRuns",
    "problems.get",
    "problems.list",
    "problems.overlap.matches",
    "problems.overlap.summary",
    "problems.sets.get",
    "problems.sets.list",
    "problems.sources",
    "review.campaigns.get",
    "review.campaigns.list",
    "review.campaigns.people",
    "review.flagsOf",
    "review.guidelines.get",
    "review.item",
    "review.items.facets",
    "review.items.list",
    "review.items.of",
    "review.preferences.get",
    "review.preferences.set",
    "review.reasons.list",
    "review.team.days",
    "review.team.figures",
    "review.views.list",
    "review.views.remove",
    "review.views.save",
    "runs.baselineOf",
    "runs.compare",
    "runs.errors",
    "runs.estimate",
    "runs.events",
    "runs.get",
    "runs.list",
    "runs.modelCall",
    "runs.names",
    "runs.notices",
    "runs.overview",
    "runs.pair",
    "runs.pairs",
    "runs.problem",
    "runs.problems",
    "runs.progress",
    "runs.queue",
    "runs.recent",
    "runs.removalPreview",
    "runs.report",
    "runs.throughput",
    "runs.tree",
    "runs.treeNode",
    "runs.watch",
    "runs.worker",
  ],
  annotator: [
    "evaluations.settle",
    "review.bulk",
    "review.bulkPreview",
    "review.decide",
    "review.edit",
    "review.flag",
    "review.history",
    "review.leases.release",
    "review.leases.renew",
    "review.leases.take",
    "review.next",
    "review.redo",
    "review.undo",
    "review.undoState",
  ],
  runner: [
    "evaluations.cancel",
    "evaluations.launch",
    "evaluations.pause",
    "evaluations.remove",
    "evaluations.rescore",
    "evaluations.resume",
    "evaluations.retryFailed",
    "models.addEmbedded",
    "models.addScripted",
    "models.measureAgain",
    "models.setLineage",
    "models.startDownload",
    "models.stopDownload",
    "models.test",
    "problems.generateStarter",
    "problems.importFile",
    "problems.importHuggingFace",
    "problems.overlap.compare",
    "problems.overlap.decide",
    "problems.sets.remove",
    "review.campaigns.assign",
    "review.campaigns.assignable",
    "review.campaigns.create",
    "review.campaigns.gold",
    "review.campaigns.preview",
    "review.campaigns.update",
    "review.gold.set",
    "review.guidelines.save",
    "review.reasons.save",
    "runs.adjust",
    "runs.cancel",
    "runs.dryRun",
    "runs.launch",
    "runs.moveInQueue",
    "runs.pause",
    "runs.remove",
    "runs.resume",
    "runs.retryFailed",
  ],
  admin: [
    "accounts.audit",
    "accounts.auditFacets",
    "accounts.disable",
    "accounts.enable",
    "accounts.invitations",
    "accounts.invite",
    "accounts.passwordLink",
    "accounts.people",
    "accounts.revoke",
    "accounts.setPassword",
    "accounts.setRole",
    "models.addLlamaServer",
    "models.addOpenAi",
    "models.addPrm",
    "models.edit",
    "models.remove",
  ],
};

// tRPC names what a router holds so; the walk needs it. Each by its whole path.
const { _def: held } = appRouter;
const walked: Readonly<Record<string, unknown>> = held.procedures;
const PROCEDURES = new Map(
  Object.entries(walked).map(([path, procedure]) => {
    if (!isProcedure(procedure)) throw new Error(`${path} is no procedure.`);
    const { _def: definition } = procedure;
    return [path, definition];
  }),
);

function isProcedure(value: unknown): value is AnyTRPCProcedure {
  return typeof value === "function" && "_def" in value;
}

function roleOf(meta: unknown): unknown {
  return typeof meta === "object" && meta !== null && "role" in meta ? meta.role : "says no role";
}

const { db } = openTestDatabase();
const actors = new Map(ROLES.map((role) => [role, addActor(db, `the-${role}`, role)]));
const workplace = {
  db,
  clock: systemClock,
  env: readEnv({ NODE_ENV: "test", SPHERE_HOME: "/nonexistent" }),
  logger: createLogger("test", "silent"),
};

/** Calls a procedure without input; what it throws, or null. */
async function call(path: string, role: Role | null): Promise<unknown> {
  const type = PROCEDURES.get(path)?.type ?? "query";
  try {
    await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      ctx: { ...workplace, actor: role === null ? null : (actors.get(role) ?? null) },
      getRawInput: () => Promise.resolve(undefined),
      signal: undefined,
      batchIndex: 0,
    });
    return null;
  } catch (error) {
    return error;
  }
}

/** Whether the gate stopped it, before any input was read. */
function stoppedAtTheGate(error: unknown): "UNAUTHORIZED" | "FORBIDDEN" | null {
  if (!(error instanceof TRPCError)) return null;
  if (error.code === "UNAUTHORIZED") return error.code;
  return error.code === "FORBIDDEN" && error.message.startsWith("This needs the role") ? error.code : null;
}

describe("the API", () => {
  it("lets each procedure say its role, and is listed here whole", () => {
    const said = [...PROCEDURES].map(([path, { meta }]) => `${path}: ${String(roleOf(meta))}`);
    const listed = Object.entries(ACCESS).flatMap(([role, paths]) => paths.map((path) => `${path}: ${role}`));
    expect(said.toSorted()).toEqual(listed.toSorted());
  });
});

describe.each([...ROLES, "anyone"] as const)("what %s may call", (needed) => {
  it.each(ACCESS[needed])("%s", async (path) => {
    expect(stoppedAtTheGate(await call(path, null))).toBe(needed === "anyone" ? null : "UNAUTHORIZED");
    for (const role of ROLES) {
      const may = needed === "anyone" || mayAct(role, needed);
      expect([role, stoppedAtTheGate(await call(path, role))]).toEqual([role, may ? null : "FORBIDDEN"]);
    }
  });
});
