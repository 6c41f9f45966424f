import { beforeEach, describe, expect, it } from "vitest";
import { appendEvent } from "./events.repo";
import { openRuns } from "./testing/open-runs";

let open: ReturnType<typeof openRuns>;
let runId: string;
beforeEach(async () => {
  open = openRuns();
  runId = await open.launch({ name: "Mine" });
});

const cursor = async (): Promise<number> => (await open.runs.notices({})).cursor;
const say = (kind: string, level: "info" | "warning" | "error", data?: Record<string, unknown>): void => {
  appendEvent(open.db, { runId, level, kind, message: kind, ...(data === undefined ? {} : { data }) }, 5);
};
const heard = async (since: number) =>
  (await open.runs.notices({ since })).items.map(({ kind, level }) => `${kind} ${level}`);

describe("notices", () => {
  it("begin now: what was before is no news", async () => {
    say("run-finished", "info");
    expect(await open.runs.notices({})).toMatchObject({ items: [] });
  });

  it.each([
    ["a run that finished", "run-finished", "info"],
    ["a budget that is spent", "run-paused", "warning"],
    ["an engine that is down", "run-paused", "error"],
  ] as const)("tell of %s, once", async (_what, kind, level) => {
    const since = await cursor();
    say("problem-finished", "info");
    say(kind, level);
    const news = await open.runs.notices({ since });
    expect(news.items).toMatchObject([{ runId, runName: "Mine", kind, level, at: 5 }]);
    expect(await heard(news.cursor)).toEqual([]);
  });

  it("keep quiet about what a person asked for, an engine that is still down, and dry runs", async () => {
    const since = await cursor();
    say("run-paused", "info");
    say("run-paused", "error", { cause: "engine-down", attempt: 2 });
    expect(await heard(since)).toEqual([]);
    say("run-paused", "error", { cause: "engine-down", attempt: 1 });
    expect(await heard(since)).toEqual(["run-paused error"]);
    const { launch } = await open.runs.get({ runId });
    open.change(runId, { launch: { ...launch, dryRun: true } });
    expect(await heard(since)).toEqual([]);
  });

  it("give the newest of each run", async () => {
    const since = await cursor();
    say("run-paused", "warning");
    say("run-finished", "info");
    expect(await heard(since)).toEqual(["run-finished info"]);
  });
});
