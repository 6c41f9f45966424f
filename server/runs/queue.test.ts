import { beforeEach, describe, expect, it } from "vitest";
import { claimNextRun } from "./lifecycle.repo";
import { openRuns } from "./testing/open-runs";

let open: ReturnType<typeof openRuns>;
let ids: readonly string[];
beforeEach(async () => {
  open = openRuns();
  ids = [await open.launch(), await open.launch(), await open.launch()];
});

const order = async (): Promise<number[]> =>
  (await open.runs.queue()).map(({ runId }) => ids.indexOf(runId) + 1);
const id = (number: number): string => ids[number - 1] ?? "none";
/** Runs in the order in which a worker takes them. */
function claimed(): number[] {
  const taken: number[] = [];
  for (let turn = 0; turn < ids.length; turn++) {
    const claim = claimNextRun(open.db, { leaseId: `w/${turn}`, now: 2_000_000 });
    if (claim !== null) taken.push(ids.indexOf(claim.run.id) + 1);
  }
  return taken;
}

describe("the queue", () => {
  it("goes by age, and higher priorities first", async () => {
    expect(await order()).toEqual([1, 2, 3]);
    await open.runs.adjust({ runId: id(3), priority: 1 });
    expect(await order()).toEqual([3, 1, 2]);
    expect(claimed()).toEqual([3, 1, 2]);
  });

  it("is taken in the order that a person gives it", async () => {
    await open.runs.moveInQueue({ runId: id(3), before: id(1) });
    await open.runs.moveInQueue({ runId: id(1), before: null });
    expect(await order()).toEqual([3, 2, 1]);
    expect(claimed()).toEqual([3, 2, 1]);
  });

  it("gives a run that is moved the priority of where it goes", async () => {
    await open.runs.adjust({ runId: id(1), priority: 7 });
    await open.runs.moveInQueue({ runId: id(3), before: id(1) });
    expect(await order()).toEqual([3, 1, 2]);
    expect(await open.runs.get({ runId: id(3) })).toMatchObject({ priority: 7, launch: { priority: 7 } });
  });

  it("puts new runs at the end", async () => {
    await open.runs.moveInQueue({ runId: id(1), before: null });
    ids = [...ids, await open.launch()];
    expect(await order()).toEqual([2, 3, 1, 4]);
  });

  it("shows the place of each on the list, and tells of a move", async () => {
    await open.runs.moveInQueue({ runId: id(3), before: id(1) });
    const { items } = await open.runs.list({});
    expect(items.map(({ queuePosition }) => queuePosition)).toEqual([1, 3, 2]);
    const events = await open.runs.events({ runId: id(3) });
    expect(events[0]?.message).toBe("A person moved the run to place 1 of the queue.");
  });

  it("moves only what waits, before what waits", async () => {
    claimNextRun(open.db, { leaseId: "w/1", now: 2_000_000 });
    await expect(open.runs.moveInQueue({ runId: id(1), before: id(2) })).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { field: "runId" },
    });
    await expect(open.runs.moveInQueue({ runId: id(2), before: id(1) })).rejects.toMatchObject({
      cause: { field: "before" },
    });
    expect(await open.runs.list({})).toMatchObject({
      items: [{ queuePosition: 2 }, {}, { queuePosition: null }],
    });
  });
});
