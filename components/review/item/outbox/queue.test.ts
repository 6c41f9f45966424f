import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideSchema } from "@/server/review/review.schema";
import { entrySchema, type NewEntry } from "./entry";
import {
  added,
  again,
  delivered,
  newestWaiting,
  nextToSend,
  refused,
  troubled,
  waitingNumbers,
  without,
  type Queue,
} from "./queue";

const REFUSAL = { message: "Somebody else has it.", fix: null };
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

function decide(n: number): NewEntry {
  const input = decideSchema.parse({ actId: idOf(n), campaignId: "camp", number: n, choice: "accept" });
  return { kind: "decide", input, label: `accept on item ${n}`, number: n, campaignId: "camp" };
}

function undoOf(n: number, of: number | null, kind: "undo" | "redo" = "undo"): NewEntry {
  const input = { actId: idOf(n), target: null };
  return { kind, input, label: kind, number: null, campaignId: "camp", of: of === null ? null : idOf(of) };
}

function queueOf(...acts: readonly NewEntry[]): Queue {
  return acts.reduce<Queue>((queue, act) => added(queue, act, 1_000), []);
}

const ids = (queue: Queue): string[] => queue.map(({ input }) => input.actId);

describe("the outbox", () => {
  it("sends in order, whatever the clock says", () => {
    const queue = added(added(added([], decide(1), 5_000), decide(2), 4_000), decide(3), 5_000);
    expect(ids(queue)).toEqual([1, 2, 3].map(idOf));
    expect(queue.map(({ order }) => order)).toEqual([5_000, 5_001, 5_002]);
    expect(nextToSend(queue)?.input.actId).toBe(idOf(1));
  });

  it("goes on past an act that was refused, and keeps it", () => {
    const queue = refused(queueOf(decide(1), decide(2)), idOf(1), REFUSAL);
    expect(nextToSend(queue)?.input.actId).toBe(idOf(2));
    expect(ids(delivered(queue, idOf(2), 7))).toEqual([idOf(1)]);
    expect(nextToSend(again(queue, idOf(1)))?.input.actId).toBe(idOf(1));
  });

  it("tells an undo the number of the act that it means", () => {
    const queue = delivered(queueOf(decide(1), undoOf(2, 1)), idOf(1), 41);
    expect(queue).toMatchObject([{ kind: "undo", of: null, input: { target: 41 } }]);
  });

  it("forgets a refused act that was taken back, with its undo", () => {
    expect(refused(queueOf(decide(1), undoOf(2, 1)), idOf(1), REFUSAL)).toEqual([]);
  });

  it("keeps a refused act that was taken back and done again", () => {
    const queue = refused(queueOf(decide(1), undoOf(2, 1), undoOf(3, 1, "redo")), idOf(1), REFUSAL);
    expect(queue).toMatchObject([{ kind: "decide", refusal: REFUSAL }]);
  });

  it("gives up on a server in trouble after six tries, and the act is kept", () => {
    let queue = queueOf(decide(1));
    for (let tries = 0; tries < 5; tries++) queue = troubled(queue, idOf(1), REFUSAL);
    expect(nextToSend(queue)).not.toBeNull();
    queue = troubled(queue, idOf(1), REFUSAL);
    expect(nextToSend(queue)).toBeNull();
    expect(queue).toMatchObject([{ refusal: REFUSAL }]);
  });

  it.each([
    ["nothing", [], null],
    ["the newest decision", [decide(1), decide(2)], 2],
    ["the one before, where the newest is taken back", [decide(1), decide(2), undoOf(3, 2)], 1],
    [
      "the newest again, where it is done again",
      [decide(1), decide(2), undoOf(3, 2), undoOf(4, 2, "redo")],
      2,
    ],
    ["nothing, where all is taken back", [decide(1), undoOf(2, 1)], null],
  ])("undo means %s", (_, acts, n) => {
    expect(newestWaiting(queueOf(...acts))?.input.actId ?? null).toBe(n === null ? null : idOf(n));
  });

  it("survives storage", () => {
    const queue = refused(queueOf(decide(1), undoOf(2, null)), idOf(1), REFUSAL);
    expect(queue.map((entry) => entrySchema.parse(JSON.parse(JSON.stringify(entry))))).toEqual(queue);
  });

  it("loses nothing and sends each act once in order, whatever the server answers", () => {
    const answer = fc.constantFrom("delivered", "refused", "trouble", "cut");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(answer, { maxLength: 60 }), (count, answers) => {
        let queue = queueOf(...Array.from({ length: count }, (_, index) => decide(index + 1)));
        const sent: string[] = [];
        for (const each of answers) {
          const entry = nextToSend(queue);
          if (entry === null) break;
          const { actId } = entry.input;
          if (each === "delivered") {
            sent.push(actId);
            queue = delivered(queue, actId, sent.length);
          }
          if (each === "refused") queue = refused(queue, actId, REFUSAL);
          if (each === "trouble") queue = troubled(queue, actId, REFUSAL);
        }
        expect([...sent, ...ids(queue)].toSorted()).toEqual(
          Array.from({ length: count }, (_, index) => idOf(index + 1)),
        );
        expect(sent).toEqual(sent.toSorted());
        expect(waitingNumbers(queue)).toHaveLength(queue.filter(({ refusal }) => refusal === null).length);
      }),
    );
  });

  it("discards what the person gives up", () => {
    expect(ids(without(queueOf(decide(1), decide(2)), idOf(1)))).toEqual([idOf(2)]);
  });
});
