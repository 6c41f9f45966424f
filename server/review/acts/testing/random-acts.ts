import * as fc from "fast-check";
import { sql } from "drizzle-orm";
import type { ReviewContext } from "../../review-context";
import { bulkSchema, CHOICES, decideSchema, editSchema, flagSchema, VERDICTS } from "../../review.schema";
import { bulk, bulkPreview } from "../bulk.service";
import { decide } from "../decide.service";
import { edit } from "../edit.service";
import { flag } from "../flag.service";
import { undoState } from "../history.service";
import { redo, undo } from "../undo.service";
import { openActs } from "./open-acts";

const ITEMS = 3;
export const PEOPLE = ["ana", "ben", "lead", "ada"] as const;
export type Person = (typeof PEOPLE)[number];

const person = fc.constantFrom(...PEOPLE);
const campaign = fc.constantFrom("camp_all" as const, "two" as const, "two" as const, "blind" as const);
const number = fc.integer({ min: 1, max: ITEMS });
const side = fc.constantFrom("left" as const, "right" as const);

const decided = fc.record({
  person,
  campaign,
  number,
  choice: fc.oneof(side, fc.constantFrom(...CHOICES)),
  withVersion: fc.boolean(),
});
const settled = fc.record({
  person: fc.constantFrom("lead" as const, "ada" as const),
  at: fc.nat(),
  choice: fc.constantFrom("left" as const, "right" as const, "tie" as const),
});
const bulked = fc.record({
  person,
  campaign,
  verdict: fc.constantFrom(...VERDICTS),
  numbers: fc.option(fc.uniqueArray(number, { minLength: 1 })),
});
const edited = fc.record({ person, campaign, number, side });
const flagged = fc.record({ person, flagged: fc.boolean(), note: fc.constantFrom("", "wrong") });
const turned = fc.record({ person, direction: fc.constantFrom("undo" as const, "redo" as const) });
const turnedOne = fc.record({
  person,
  direction: fc.constantFrom("undo" as const, "redo" as const),
  at: fc.nat(),
});

const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ decide: decided }) },
  { weight: 4, arbitrary: fc.record({ settle: settled }) },
  { weight: 2, arbitrary: fc.record({ bulk: bulked }) },
  { weight: 2, arbitrary: fc.record({ edit: edited }) },
  { weight: 2, arbitrary: fc.record({ flag: flagged }) },
  { weight: 4, arbitrary: fc.record({ turn: turned }) },
  { weight: 2, arbitrary: fc.record({ turnOne: turnedOne }) },
);
type Value<T> = T extends fc.Arbitrary<infer V> ? V : never;
export type Move = Value<typeof move>;

/** Long enough for conflicts, settled ones, and undoing in the midst of it. */
export const manyActs = fc.array(move, { minLength: 20, maxLength: 50, size: "max" });

/** A few items in three campaigns and four people: two annotators, a runner, an administrator. */
export function stagePeople() {
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
  } satisfies Record<Person, ReviewContext>;
  return { ...open, ids, desks };
}
export type Stage = ReturnType<typeof stagePeople>;

let made = 0;
const uuid = (): string => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`;

/** A request as a browser would send it. */
export function requestOf(stage: Stage, chosen: Move): () => object {
  if ("decide" in chosen) return decision(stage, chosen.decide);
  if ("settle" in chosen) return settlement(stage, chosen.settle);
  if ("bulk" in chosen) return bulkAct(stage, chosen.bulk);
  if ("edit" in chosen) return rewriting(stage, chosen.edit);
  if ("flag" in chosen) {
    const { person: who, ...facts } = chosen.flag;
    const input = flagSchema.parse({ actId: uuid(), problemId: "problem_fill_0", ...facts });
    return () => flag(stage.desks[who], input);
  }
  if ("turn" in chosen) return turn(stage, someoneWho(stage, chosen.turn), null);
  const acts = stage.db.all<{ seq: number }>(sql`select seq from review_acts where target is null`);
  return turn(stage, chosen.turnOne, acts[chosen.turnOne.at % Math.max(1, acts.length)]?.seq ?? 1);
}

function decision({ db, ids, desks }: Stage, chosen: Value<typeof decided>): () => object {
  const newest = db.get<{ id: string } | undefined>(
    sql`select id from chain_versions where item_number = ${chosen.number} order by act_seq desc`,
  );
  const input = decideSchema.parse({
    actId: uuid(),
    campaignId: ids[chosen.campaign],
    number: chosen.number,
    choice: chosen.choice,
    versions: { left: chosen.withVersion ? (newest?.id ?? null) : null, right: null },
  });
  return () => decide(desks[chosen.person], input);
}

function settlement({ db, desks }: Stage, chosen: Value<typeof settled>): () => object {
  const open = db.all<{ campaignId: string; number: number }>(sql`
    select campaign_id as campaignId, item_number as number from campaign_items
    where state in ('conflict', 'settled') order by state desc, campaign_id, item_number`);
  const place = open[chosen.at % Math.min(2, Math.max(1, open.length))] ?? {
    campaignId: "camp_all",
    number: 1,
  };
  const input = decideSchema.parse({ ...place, actId: uuid(), choice: chosen.choice, adjudicate: true });
  return () => decide(desks[chosen.person], input);
}

/** What the preview says when it is first sent is what it expects ever after. */
function bulkAct({ ids, desks }: Stage, chosen: Value<typeof bulked>): () => object {
  const ctx = desks[chosen.person];
  const { verdict, numbers } = chosen;
  const input = bulkSchema.parse({
    verdict,
    numbers,
    actId: uuid(),
    expected: 0,
    campaignId: ids[chosen.campaign],
  });
  let expected: number | null = null;
  return () => {
    expected ??= bulkPreview(ctx, input).change;
    const done = bulk(ctx, { ...input, expected });
    if (done.itemCount !== expected) throw new Error("the preview said another number");
    return done;
  };
}

function rewriting({ ids, desks }: Stage, chosen: Value<typeof edited>): () => object {
  const actId = uuid();
  const input = editSchema.parse({
    actId,
    campaignId: ids[chosen.campaign],
    number: chosen.number,
    side: chosen.side,
    text: `Step 1: Written anew, number ${actId.slice(-6)}.`,
  });
  return () => edit(desks[chosen.person], input);
}

/** The person, or the first after them who has something to undo or redo. */
function someoneWho({ desks }: Stage, chosen: Value<typeof turned>): Value<typeof turned> {
  const from = PEOPLE.indexOf(chosen.person);
  const order = PEOPLE.map((_, at) => PEOPLE[(from + at) % PEOPLE.length] ?? chosen.person);
  const able = order.find((each) => undoState(desks[each])[chosen.direction] !== null);
  return { ...chosen, person: able ?? chosen.person };
}

function turn({ desks }: Stage, chosen: Value<typeof turned>, target: number | null): () => object {
  const input = { actId: uuid(), target };
  const ctx = desks[chosen.person];
  return () => (chosen.direction === "undo" ? undo(ctx, input) : redo(ctx, input));
}
