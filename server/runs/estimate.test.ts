import { describe, expect, it } from "vitest";
import { openRuns } from "./testing/open-runs";
import { scriptedEngine, workOnce } from "./testing/scripted-run";
import { launchInputSchema, type LaunchInput } from "./steering.schema";
import { smallLaunch } from "./testing/seed";

const PROBLEMS = 40;

/** Works on whatever is queued. */
const work = (open: ReturnType<typeof openRuns>, leaseId: string) =>
  workOnce(open.db, {
    policy: scriptedEngine(open.db),
    small: scriptedEngine(open.db, "weak"),
    leaseId,
  });

describe("runs.estimate", { timeout: 60_000 }, () => {
  it.each<[string, Partial<LaunchInput>]>([
    ["the same settings", { seed: 9 }],
    ["more root samples", { seed: 9, config: smallConfig({ rootSamples: 12 }) }],
    ["fewer reflections", { seed: 9, config: smallConfig({ correctionSamples: 4 }) }],
  ])("after one run, lands within 30 per cent of what comes: %s", async (_what, change) => {
    const open = openRuns(PROBLEMS);
    await open.launch({ problemCount: 14 });
    await work(open, "test/1");
    const input = { ...smallLaunch(open.seeded, 26), ...change };
    const estimate = await open.runs.estimate(input);
    expect(estimate.rough).toBe(false);
    const { id } = await open.runs.launch(input);
    await work(open, "test/2");
    const run = await open.runs.get({ runId: id });
    expect(run.estimate).toEqual({
      generatedTokens: estimate.generatedTokens,
      durationMs: null,
      basis: estimate.basis,
    });
    expect(estimate.generatedTokens / run.generatedTokens).toBeGreaterThan(0.7);
    expect(estimate.generatedTokens / run.generatedTokens).toBeLessThan(1.3);
  });

  it("takes the speed of earlier runs, of those of the same width first", async () => {
    const open = openRuns(4);
    const [wide, narrow] = [await open.launch(), await open.launch({ maxInFlight: 2 })];
    open.change(wide, { status: "finished", generatedTokens: 6_000, activeMs: 60_000 });
    open.change(narrow, { status: "finished", generatedTokens: 600, activeMs: 60_000 });
    const speed = async (maxInFlight: number | null) =>
      (await open.runs.estimate({ ...smallLaunch(open.seeded, 4), maxInFlight })).tokensPerSecond;
    expect(await speed(null)).toBe(100);
    expect(await speed(2)).toBe(10);
    expect(await speed(3)).toBe(55);
  });

  it("counts the problems that there are, and says which field does not fit", async () => {
    const open = openRuns(4);
    const input = { ...smallLaunch(open.seeded, 4_000) };
    expect(await open.runs.estimate(input)).toMatchObject({ problems: 4, rough: true, durationMs: null });
    await expect(open.runs.estimate({ ...input, policyModelId: "none" })).rejects.toMatchObject({
      cause: { field: "policyModelId" },
    });
  });
});

function smallConfig(change: Partial<LaunchInput["config"]>): LaunchInput["config"] {
  return { ...launchInputSchema.shape.config.parse({}), ...change };
}
