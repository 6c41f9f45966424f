import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { reviewActs, users } from "@/db/schema";
import { isUndone } from "../item/item.repo";
import type { Reads } from "../review-context";
import type { LoggedAct } from "./undo-order";

const AT_ONCE = 50;
const about = alias(reviewActs, "about");
const columns = { seq: reviewActs.seq, kind: reviewActs.kind, target: reviewActs.target };

/** A person's acts, and whoever's undos and redos of them, newest first; read as far as it is walked. */
export function* actsAbout(db: Reads, userId: string): Generator<LoggedAct> {
  const byOthers = db
    .select(columns)
    .from(reviewActs)
    .innerJoin(about, eq(about.seq, reviewActs.target))
    .where(and(isNotNull(reviewActs.target), ne(reviewActs.userId, userId), eq(about.userId, userId)))
    .orderBy(desc(reviewActs.seq))
    .all();
  for (const own of ownActs(db, userId)) {
    while ((byOthers[0]?.seq ?? 0) > own.seq) yield* byOthers.splice(0, 1);
    yield own;
  }
  yield* byOthers;
}

function* ownActs(db: Reads, userId: string): Generator<LoggedAct> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = db
      .select(columns)
      .from(reviewActs)
      .leftJoin(about, eq(about.seq, reviewActs.target))
      .where(
        and(
          eq(reviewActs.userId, userId),
          lt(reviewActs.seq, before),
          or(isNull(reviewActs.target), eq(about.userId, userId)),
        ),
      )
      .orderBy(desc(reviewActs.seq))
      .limit(AT_ONCE)
      .all();
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return;
    before = last.seq;
  }
}

interface Flagged {
  readonly userId: string;
  readonly problemId: string;
}

/** A person's flags of one problem and the undos and redos of these, oldest first. */
export function flagActs(db: Reads, { userId, problemId }: Flagged): LoggedAct[] {
  const own = db
    .select({ seq: reviewActs.seq })
    .from(reviewActs)
    .where(
      and(eq(reviewActs.userId, userId), eq(reviewActs.kind, "flag"), eq(reviewActs.problemId, problemId)),
    )
    .all()
    .map(({ seq }) => seq);
  return db
    .select(columns)
    .from(reviewActs)
    .where(or(inArray(reviewActs.seq, own), inArray(reviewActs.target, own)))
    .orderBy(asc(reviewActs.seq))
    .all();
}

/** Whether an act was taken back, as the log has it now. */
export function wasUndone(db: Reads, seq: number): boolean {
  const row = db.get<{ undone: number }>(sql`select ${isUndone(sql`${seq}`)} as undone`);
  return row.undone === 1;
}

interface Wanted {
  /** Null: everybody's. */
  readonly userId: string | null;
  readonly number: number | null;
  readonly beforeSeq: number | null;
  readonly limit: number;
}

/** Acts with the person's name and whether they were taken back, newest first. */
export function listActs(db: Reads, { userId, number, beforeSeq, limit }: Wanted) {
  return selectActs(db)
    .where(
      and(
        userId === null ? undefined : eq(reviewActs.userId, userId),
        number === null ? undefined : eq(reviewActs.itemNumber, number),
        beforeSeq === null ? undefined : lt(reviewActs.seq, beforeSeq),
      ),
    )
    .orderBy(desc(reviewActs.seq))
    .limit(limit)
    .all();
}
export type ListedAct = ReturnType<typeof listActs>[number];

export function findListed(db: Reads, seq: number): ListedAct | null {
  return selectActs(db).where(eq(reviewActs.seq, seq)).get() ?? null;
}

function selectActs(db: Reads) {
  return db
    .select({
      act: reviewActs,
      name: users.name,
      undone: isUndone(reviewActs.seq).mapWith(Boolean),
    })
    .from(reviewActs)
    .innerJoin(users, eq(users.id, reviewActs.userId))
    .$dynamic();
}
