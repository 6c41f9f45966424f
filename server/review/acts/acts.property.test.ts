import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { AppError } from "@/server/foundation/errors";
import { undoState } from "./history.service";
import { manyActs, PEOPLE, requestOf, stagePeople, type Person, type Stage } from "./testing/random-acts";
import { redo, undo } from "./undo.service";
import { stateOf, statesFromLog, storedStates } from "./testing/state-of";

/** Whether it went through; what is refused, in words that a person can read, leaves no trace. */
function attempt({ db }: Stage, request: () => object): object | null {
  const before = stateOf(db);
  let done: object | null = null;
  try {
    done = request();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  if (done === null && stateOf(db) !== before) throw new Error("a refused act left a trace");
  return done;
}

/** One person's own Ctrl Z or Ctrl Shift Z. */
function turn(place: Stage, person: Person, direction: "undo" | "redo"): boolean {
  const ctx = place.desks[person];
  const input = { actId: randomUUID(), target: null };
  return attempt(place, () => (direction === "undo" ? undo(ctx, input) : redo(ctx, input))) !== null;
}

/** Takes everything back by each person's own Ctrl Z, until nobody has anything left. @returns whose turn it was */
function undoAll(place: Stage): Person[] {
  const turns: Person[] = [];
  for (let before = -1; before < turns.length;) {
    before = turns.length;
    for (const person of PEOPLE) while (turn(place, person, "undo")) turns.push(person);
  }
  return turns;
}

const logged = (place: Stage): number =>
  place.db.get<{ n: number }>(sql`select count(*) as n from review_acts`).n;

describe("any list of acts of several people", () => {
  const place = stagePeople();
  const first = stateOf(place.db);

  const rolledBack = (check: () => void): void => {
    place.sqlite.exec("savepoint whole");
    try {
      check();
    } finally {
      place.sqlite.exec("rollback to whole; release whole");
    }
  };

  it("undone gives the first state byte for byte, done again the last; the log has it all", () => {
    fc.assert(
      fc.property(manyActs, (moves) => {
        rolledBack(() => {
          const went = moves.filter((each) => attempt(place, requestOf(place, each)) !== null).length;
          expect(logged(place)).toBe(went);
          const last = stateOf(place.db);
          const turns = undoAll(place);
          expect(stateOf(place.db)).toBe(first);
          expect(PEOPLE.map((name) => undoState(place.desks[name]).undo)).toEqual(PEOPLE.map(() => null));
          const again = turns.toReversed().filter((person) => turn(place, person, "redo"));
          expect(again).toHaveLength(turns.length);
          expect(stateOf(place.db)).toBe(last);
          expect(logged(place)).toBe(went + 2 * turns.length);
        });
      }),
      { numRuns: 30 },
    );
  });

  it("leaves every state what the log alone says, after each act", () => {
    fc.assert(
      fc.property(manyActs, (moves) => {
        rolledBack(() => {
          for (const each of moves) {
            attempt(place, requestOf(place, each));
            expect(storedStates(place.db)).toBe(statesFromLog(place.db));
          }
        });
      }),
      { numRuns: 20 },
    );
  });

  it("sent again, in whole or in part, changes nothing", () => {
    fc.assert(
      fc.property(manyActs, fc.nat(), (moves, upTo) => {
        rolledBack(() => {
          const sent = moves.flatMap((each) => {
            const send = requestOf(place, each);
            const answer = attempt(place, send);
            return answer === null ? [] : [{ send, answer }];
          });
          const [state, count] = [stateOf(place.db), logged(place)];
          for (const { send, answer } of sent.slice(0, 1 + (upTo % sent.length))) {
            // An edit's answer has its version only while that is shown.
            const [again, once] = [send(), answer].map((each) => ({ ...each, version: null }));
            expect(again).toEqual(once);
          }
          expect(stateOf(place.db)).toBe(state);
          expect(logged(place)).toBe(count);
        });
      }),
      { numRuns: 20 },
    );
  });
});
