import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { problems } from "@/db/schema";
import type { LineGrading } from "../problems.schema";
import { rulesOf } from "./rules";

/** Items with a rule of their own that a page lists; the rest are counted. */
const LISTED = 200;

interface ItemOfSet {
  readonly problemId: string;
  readonly externalId: string;
}

/** The rules by which answers to a set are graded, as its page shows them. */
export interface RulesOfSet {
  readonly grading: LineGrading;
  readonly range: readonly [from: number, to: number] | null;
  /** Items graded otherwise than the rest; `ownLine`: because their line says so. */
  readonly items: readonly (ItemOfSet & { readonly grading: LineGrading; readonly ownLine: boolean })[];
  readonly itemCount: number;
  readonly references: readonly (ItemOfSet & {
    readonly reason: string;
    /** What the source says. */
    readonly answer: string;
    readonly corrected: string | null;
  })[];
}

/** Only what the set really holds: a file may be a part of the known one. */
export function rulesOfSet(db: Db, set: { readonly id: string; readonly source: string }): RulesOfSet {
  const rules = rulesOf(set.source);
  const named = [...rules.items, ...rules.references].map(({ externalId }) => externalId);
  const rows = db
    .select({
      problemId: problems.id,
      externalId: problems.externalId,
      answer: problems.answer,
      grading: problems.grading,
    })
    .from(problems)
    .where(
      and(eq(problems.setId, set.id), or(isNotNull(problems.grading), inArray(problems.externalId, named))),
    )
    .orderBy(asc(problems.position))
    .all();
  const items = rows.flatMap(({ problemId, externalId, grading }) => {
    const rule = rules.items.find((item) => item.externalId === externalId);
    if (rule === undefined && grading === null) return [];
    return [{ problemId, externalId, grading: { ...rule?.grading, ...grading }, ownLine: grading !== null }];
  });
  const references = rows.flatMap(({ problemId, externalId, answer }) => {
    const known = rules.references.find((reference) => reference.externalId === externalId);
    return known === undefined ? [] : [{ ...known, problemId, answer }];
  });
  return {
    grading: rules.grading,
    range: rules.range,
    items: items.slice(0, LISTED),
    itemCount: items.length,
    references,
  };
}
