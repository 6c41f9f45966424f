import { describe, expect, it } from "vitest";
import { systemClock } from "@/server/foundation/clock";
import { openEvaluations } from "../testing/open-evaluations";
import { watchEvaluation } from "./watch-evaluation";

describe("watching an evaluation", () => {
  it("gives it as it stands, then what changes, and to whoever comes back what was missed", async () => {
    const { db, launch, caller } = openEvaluations(2);
    const evaluationId = await launch();
    const over = new AbortController();
    const watch = (afterId: number) =>
      watchEvaluation({ db, clock: systemClock }, { evaluationId, afterId }, over.signal);
    const first = watch(0);
    expect(await nextOf(first)).toMatchObject({ status: "queued", kinds: ["evaluation-queued"] });
    await caller.pause({ evaluationId });
    const changed = await nextOf(first);
    expect(changed).toMatchObject({ status: "paused", kinds: ["evaluation-paused"] });
    await caller.resume({ evaluationId });
    const missed = await nextOf(watch(changed.id));
    expect(missed).toMatchObject({ status: "queued", kinds: ["evaluation-queued"] });
    expect(missed.id).toBeGreaterThan(changed.id);
    over.abort();
    expect((await first.next()).done).toBe(true);
  });

  it("ends where it is removed", async () => {
    const { db, launch, caller } = openEvaluations(2);
    const evaluationId = await launch();
    const clock = { ...systemClock, sleep: () => Promise.resolve() };
    const seen: string[] = [];
    const updates = watchEvaluation(
      { db, clock },
      { evaluationId, afterId: 0 },
      new AbortController().signal,
    );
    for await (const { update } of updates) {
      seen.push(update.evaluation.status);
      if (update.evaluation.status === "cancelled") await caller.remove({ evaluationId });
      else await caller.cancel({ evaluationId });
    }
    expect(seen).toEqual(["queued", "cancelled"]);
  });
});

async function nextOf(updates: ReturnType<typeof watchEvaluation>) {
  const next = await updates.next();
  if (next.done === true) throw new Error("There is nothing more to watch.");
  const { id, update } = next.value;
  return { id, status: update.evaluation.status, kinds: update.events.map(({ kind }) => kind) };
}
