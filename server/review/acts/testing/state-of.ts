import type { Db } from "@/db/client";
import { sql } from "drizzle-orm";

/** Everything that acts change, in the order of its keys: what undoing all of them has to give back byte for byte. */
export function stateOf(db: Db): string {
  const of = (query: string): unknown[] => db.all(sql.raw(query));
  return JSON.stringify({
    standing: of("select * from review_standing order by campaign_id, item_number, user_id"),
    places: of(
      `select campaign_id, item_number, rank, state, decided, assigned_to from campaign_items
       order by campaign_id, item_number`,
    ),
    items: of("select * from review_items order by number"),
    flags: of("select * from problem_flags order by problem_id, user_id"),
    versions: of(
      `select * from chain_versions as version where not coalesce((select kind = 'undo' from review_acts
         where target = version.act_seq order by seq desc limit 1), 0) order by act_seq`,
    ),
  });
}

/** The same states and outcomes worked out anew from the log of decisions and acts, one item after another. */
export function statesFromLog(db: Db): string {
  type Decision = {
    seq: number;
    act: number;
    place: string;
    number: number;
    user: string;
    verdict: string;
    settles: number;
  };
  const decisions = db.all<Decision>(sql`
    select seq, act_seq as act, campaign_id || '/' || item_number as place, item_number as number, user_id as user,
      verdict, adjudication as settles from review_decisions order by seq`);
  const acts = db.all<{ seq: number; kind: string; target: number | null }>(
    sql`select seq, kind, target from review_acts order by seq`,
  );
  // Replays the log: doing and redoing lets an act's decisions stand, undoing what stood before them.
  const stands = new Map<string, Decision[]>();
  for (const { seq, kind, target } of acts) {
    for (const decision of decisions.filter(({ act }) => act === (target ?? seq))) {
      const key = `${decision.place}/${decision.user}`;
      const stack = stands.get(key) ?? [];
      stands.set(key, kind === "undo" ? stack.filter((each) => each !== decision) : [...stack, decision]);
    }
  }
  const standing = [...stands.values()].flatMap((stack) => stack.slice(-1));
  const places = db
    .all<{ place: string; overlap: number }>(sql`
      select campaign_id || '/' || item_number as place, overlap from campaign_items
      join review_campaigns on id = campaign_id order by campaign_id, item_number`)
    .map(({ place, overlap }) => {
      const here = standing.filter((decision) => decision.place === place);
      const counted = here.filter(({ verdict, settles }) => verdict !== "skip" && settles === 0);
      const said = new Set(counted.map(({ verdict }) => verdict));
      const state = here.some(({ settles }) => settles === 1)
        ? "settled"
        : counted.length < overlap
          ? "open"
          : said.size === 1
            ? "agreed"
            : "conflict";
      return { place, state, decided: counted.length };
    });
  const items = db
    .all<{ number: number }>(sql`select number from review_items order by number`)
    .map(({ number }) => {
      const counted = standing.filter((each) => each.number === number && each.verdict !== "skip");
      const settled = counted.filter(({ settles }) => settles === 1).toSorted((a, b) => b.seq - a.seq)[0];
      const said = [...new Set(counted.map(({ verdict }) => verdict))];
      const outcome = settled?.verdict ?? (said.length > 1 ? "conflict" : (said[0] ?? "undecided"));
      return { number, outcome, decided: counted.length };
    });
  return JSON.stringify({ places, items });
}

/** What `statesFromLog` works out, as the tables have it. */
export function storedStates(db: Db): string {
  return JSON.stringify({
    places: db.all(sql`
      select campaign_id || '/' || item_number as place, state, decided from campaign_items
      order by campaign_id, item_number`),
    items: db.all(sql`select number, outcome, decision_count as decided from review_items order by number`),
  });
}
