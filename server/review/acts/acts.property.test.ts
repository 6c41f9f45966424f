import * as fc from "fast-check";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { isAppError } from "./testing/is-app-error";
import { bulk, bulkPreview } from "./bulk.service";
import { decide } from "./decide.service";
import { edit } from "./edit.service";
import { flag } from "./flag.service";
import { redo, undo } from "./undo.service";
import { undoState } from "./history.service";
import { openActs } from "./testing/open-acts";
import { stateOf, statesFromLog, storedStates } from "./testing/state-of";
import { CHOICES, decideSchema, bulkSchema, editSchema, flagSchema, VERDICTS } from "../review.schema";
import type { ReviewContext } from "../review-context";

const ITEMS = 5;
const PEOPLE = ["ana", "ben", "lead", "ada"] as const;
const CAMPAIGNS = ["camp_all", "two", "blind"] as const;

const person = fc.constantFrom(...PEOPLE);
const campaign = fc.constantFrom(...CAMPAIGNS);
const number = fc.integer({ min: 1, max: ITEMS });
const move = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("decide" as const),
      person,
      campaign,
      number,
      choice: fc.constantFrom(...CHOICES),
      adjudicate: fc.integer({ min: 0, max: 3 }).map((at) => at === 0),
      withVersion: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("bulk" as const),
      person,
      campaign,
      verdict: fc.constantFrom(...VERDICTS),
      numbers: fc.option(fc.uniqueArray(number, { minLength: 1 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      person,
      campaign,
      number,
      side: fc.constantFrom("left" as const, "right" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("flag" as const),
      person,
      flagged: fc.boolean(),
      note: fc.constantFrom("", "wrong"),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("undo" as const, "redo" as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("undo-one" as const, "redo-one" as const),
      person,
      at: fc.nat(),
    }),
  },
);
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** A small database, put back to its beginning before each list of acts. */
function stage() {
  const open = openActs({ items: ITEMS, perProblem: ITEMS });
  const ids = {
    camp_all: "camp_all",
    two: open.campaign("Two", { overlap: 2 }),
    blind: open.campaign("Blind", { overlap: 3, blind: true }),
  };
  const desks = {
    ana: open.person("ana").ctx,
    ben: open.person("ben").ctx,
    lead: open.person("lead").ctx,
    ada: open.person("ada", "admin").ctx,
  } satisfies Record<(typeof PEOPLE)[number], ReviewContext>;
  return { ...open, ids, desks };
}
type Stage = ReturnType<typeof stage>;

let made = 0;
const uuid = (): string => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`;

/** One request as a browser would send it: sent again it must change nothing. */
function requestOf({ db, ids, desks }: Stage, chosen: Move): () => unknown {
  const ctx = desks[chosen.person];
  const actId = uuid();
  switch (chosen.do) {
    case "decide": {
      const version = chosen.withVersion
        ? (db.get<{ id: string } | undefined>(
            sql`select id from chain_versions where item_number = ${chosen.number} order by act_seq desc`,
          )?.id ?? null)
        : null;
      const input = decideSchema.parse({
        actId,
        campaignId: ids[chosen.campaign],
        number: chosen.number,
        choice: chosen.choice,
        adjudicate: chosen.adjudicate,
        versions: { left: version, right: null },
      });
      return () => decide(ctx, input);
    }
    case "bulk": {
      const { verdict, numbers } = chosen;
      const target = { campaignId: ids[chosen.campaign], verdict, numbers, state: null };
      let expected: number | null = null;
      return () => {
        const input = bulkSchema.parse({ ...target, actId, expected: 0 });
        expected ??= bulkPreview(ctx, input).change;
        const result = bulk(ctx, { ...input, expected });
        expect(result.itemCount).toBe(expected);
        return result;
      };
    }
    case "edit": {
      const text = `Step 1: Written anew, number ${actId.slice(-4)}.`;
      const { side } = chosen;
      const input = editSchema.parse({
        actId,
        campaignId: ids[chosen.campaign],
        number: chosen.number,
        side,
        text,
      });
      return () => edit(ctx, input);
    }
    case "flag": {
      const { flagged, note } = chosen;
      const input = flagSchema.parse({ actId, problemId: "problem_fill_0", flagged, note });
      return () => flag(ctx, input);
    }
    case "undo":
      return () => undo(ctx, { actId, target: null });
    case "redo":
      return () => redo(ctx, { actId, target: null });
    case "undo-one":
    case "redo-one": {
      const acts = db.all<{ seq: number }>(
        sql`select seq from review_acts where target is null order by seq`,
      );
      const target = acts[chosen.at % Math.max(1, acts.length)]?.seq ?? 1;
      return () => (chosen.do === "undo-one" ? undo : redo)(ctx, { actId, target });
    }
  }
}

/** Whether it went through; a refusal that a person can read must leave no trace. */
function attempt({ db }: Stage, request: () => unknown): boolean {
  const before = stateOf(db);
  try {
    request();
    return true;
  } catch (error) {
    if (!isAppError(error)) throw error;
    expect(stateOf(db)).toBe(before);
    return false;
  }
}

/** Takes everything back by each person's own Ctrl Z, in turns, until nothing is left. @returns whose turn it was */
function undoAll(place: Stage): string[] {
  const turns: string[] = [];
  for (let went = true; went;) {
    went = false;
    for (const name of PEOPLE) {
      while (attempt(place, requestOf(place, { do: "undo", person: name }))) {
        turns.push(name);
        went = true;
      }
    }
  }
  return turns;
}

const logged = (place: Stage): number =>
  place.db.get<{ n: number }>(sql`select count(*) as n from review_acts`).n;

describe("any list of acts of several people", () => {
  const place = stage();
  const { sqlite } = place;
  const first = stateOf(place.db);

  const rolledBack = (check: () => void): void => {
    sqlite.exec("savepoint whole");
    try {
      check();
    } finally {
      sqlite.exec("rollback to whole; release whole");
    }
  };

  it("undone gives the first state byte for byte, done again the last; the log has it all", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        rolledBack(() => {
          let went = 0;
          for (const each of moves) if (attempt(place, requestOf(place, each))) went += 1;
          expect(logged(place)).toBe(went);
          const last = stateOf(place.db);
          const turns = undoAll(place);
          expect(stateOf(place.db)).toBe(first);
          for (const name of PEOPLE) expect(undoState(place.desks[name]).undo).toBeNull();
          for (const name of turns.toReversed()) {
            expect(attempt(place, requestOf(place, { do: "redo", person: name as "ana" }))).toBe(true);
          }
          expect(stateOf(place.db)).toBe(last);
          expect(logged(place)).toBe(went + 2 * turns.length);
        });
      }),
      { numRuns: 150 },
    );
  });

  it("leaves every state what the log alone says, after each act", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        rolledBack(() => {
          for (const each of moves) {
            attempt(place, requestOf(place, each));
            expect(storedStates(place.db)).toBe(statesFromLog(place.db));
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it("sent again, in whole or in part, changes nothing", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), fc.nat(), (moves, upTo) => {
        rolledBack(() => {
          const requests: { readonly send: () => unknown; readonly answer: unknown }[] = [];
          for (const each of moves) {
            const send = requestOf(place, each);
            let answer: unknown = null;
            if (attempt(place, () => (answer = send()))) requests.push({ send, answer });
          }
          const [state, acts] = [stateOf(place.db), logged(place)];
          for (const { send, answer } of requests.slice(0, upTo % (requests.length + 1))) {
            expect(withoutVersion(send())).toEqual(withoutVersion(answer));
          }
          expect(stateOf(place.db)).toBe(state);
          expect(logged(place)).toBe(acts);
        });
      }),
      { numRuns: 100 },
    );
  });
});

/** An edit's answer has its version while it is shown. */
function withoutVersion(answer: unknown): unknown {
  return { ...(answer as object), version: null };
}
