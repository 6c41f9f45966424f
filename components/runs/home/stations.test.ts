import { describe, expect, it } from "vitest";
import { launchRunSchema } from "@/server/runs/runs.schema";
import type { Overview } from "@/server/runs/overview.service";
import type { RunView } from "@/server/runs/run-view";
import { firstStep, stations, type ReviewOverview } from "./stations";

const nothing: Overview = {
  problemSets: 0,
  trainingProblems: 0,
  benchmarkProblems: 0,
  modelsReady: 0,
  models: 2,
  runs: 0,
  activeRuns: [],
  latestRun: null,
  latestWithPairs: null,
  pairs: 0,
  evaluations: 0,
  activeEvaluations: 0,
  workerAlive: true,
};

const run: RunView = {
  id: "run_1",
  kind: "sphere",
  name: "Run 1",
  status: "running",
  statusReason: null,
  retryAt: null,
  launch: launchRunSchema.parse({ name: "Run 1", policyModelId: "p", problemSetId: "s" }),
  policyModelId: "p",
  smallModelId: null,
  scorerModelId: null,
  clonedFromId: null,
  priority: 0,
  queueRank: null,
  estimate: null,
  problemSetId: "s",
  problemCount: 50,
  promptVersion: "1",
  graderVersion: "1",
  createdAt: 0,
  startedAt: 0,
  endedAt: null,
  live: null,
  activeMs: 0,
  callCount: 0,
  failedCallCount: 0,
  promptTokens: 0,
  generatedTokens: 0,
  problemsDone: 0,
  problemsFailed: 0,
  pairCount: 7,
};

const noReview: ReviewOverview = { campaigns: [], mayDecide: true };

const actions = (overview: Overview) =>
  stations(overview, noReview).map(({ action }) => action?.href ?? null);

describe("stations of the home page", () => {
  it("send a new person to models and problems, and offer no run that could not start", () => {
    expect(actions(nothing)).toEqual(["/problems", "/models", null, null, null, "/problems"]);
  });

  it("offer a run once a model and training problems are there", () => {
    expect(actions({ ...nothing, modelsReady: 1, trainingProblems: 5 })[2]).toBe("/runs/new");
    expect(actions({ ...nothing, modelsReady: 1, benchmarkProblems: 5 })[2]).toBeNull();
  });

  it("lead to what runs now and to the pairs of the latest run", () => {
    const busy = { ...nothing, runs: 1, activeRuns: [run], latestRun: run, latestWithPairs: run, pairs: 7 };
    expect(actions(busy).slice(2, 4)).toEqual(["/runs/run_1", "/runs/run_1/pairs"]);
  });

  it("count in words that fit the number", () => {
    const [problems, models, runs, pairs] = stations(
      {
        ...nothing,
        trainingProblems: 1,
        benchmarkProblems: 1319,
        modelsReady: 1,
        runs: 1,
        pairs: 2,
      },
      noReview,
    );
    expect([problems.unit, models.unit, runs.unit, pairs.unit]).toEqual([
      "problem for training",
      "model ready",
      "run",
      "preference pairs",
    ]);
    expect(problems.detail).toBe("1,319 in benchmarks, kept apart");
    expect(models.detail).toBe("1 not ready yet");
  });
});

const campaign = (id: string, items: Partial<Record<"open" | "conflict" | "agreed", number>>, mine = 0) => {
  const { open = 0, conflict = 0, agreed = 0 } = items;
  const progress = {
    items: { open, conflict, agreed, settled: 0 },
    total: open + conflict + agreed,
    decisions: 0,
    mine: 0,
    assignedToMe: mine,
  };
  return { id, status: "open" as const, progress };
};
const review = (...campaigns: ReviewOverview["campaigns"]) =>
  stations(nothing, { campaigns, mayDecide: true })[4];

describe("the station of review", () => {
  it("counts what is open and leads to what is assigned to the viewer first", () => {
    const station = review(
      campaign("camp_all", { open: 40, conflict: 2 }),
      campaign("camp_b", { open: 3 }, 3),
    );
    expect(station).toMatchObject({ count: 43, detail: "3 assigned to you" });
    expect(station.action?.href).toBe("/review/work?campaign=camp_b");
  });

  it("leaves out closed campaigns, and says what is in conflict", () => {
    const closed = { ...campaign("camp_old", { open: 9 }), status: "closed" as const };
    expect(review(closed, campaign("camp_all", { open: 1, conflict: 2 }))).toMatchObject({
      count: 1,
      unit: "item to decide",
      detail: "2 in conflict",
    });
  });

  it("shows the items to whoever may not decide, or where nothing is open", () => {
    const campaigns = [campaign("camp_all", { open: 4 })];
    expect(stations(nothing, { campaigns, mayDecide: false })[4].action?.href).toBe("/review/items");
    expect(review(campaign("camp_all", { agreed: 4 })).action?.href).toBe("/review/items");
    expect(review().action).toBeNull();
  });
});

const station = (change: Partial<Overview>) => stations({ ...nothing, ...change }, noReview)[5];

describe("the station of evaluations", () => {
  it("leads from a benchmark over an evaluation to the leaderboard", () => {
    const benchmarkProblems = 500;
    expect(station({}).action?.href).toBe("/problems");
    expect(station({ benchmarkProblems }).action).toBeNull();
    expect(station({ benchmarkProblems, modelsReady: 1 }).action?.href).toBe("/evaluations/new");
    expect(station({ benchmarkProblems, modelsReady: 1, activeEvaluations: 2 })).toMatchObject({
      detail: "2 under way",
      action: { href: "/evaluations" },
    });
    expect(station({ evaluations: 1 })).toMatchObject({
      unit: "evaluation",
      action: { href: "/leaderboard" },
    });
  });
});

describe("the first step", () => {
  it.each([
    [{}, "model"],
    [{ modelsReady: 1 }, "problems"],
    [{ trainingProblems: 5 }, "model"],
    [{ modelsReady: 1, trainingProblems: 5 }, "launch"],
    [{ runs: 1 }, null],
  ] as const)("with %o is %s", (change, step) => {
    expect(firstStep({ ...nothing, ...change })).toBe(step);
  });
});
