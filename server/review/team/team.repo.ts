import type { Db } from "@/db/client";
import { reviewGold, reviewReasons, users } from "@/db/schema";
import type { Verdict } from "../review.schema";

export function goldVerdicts(db: Db): ReadonlyMap<number, Verdict> {
  const rows = db
    .select({ number: reviewGold.itemNumber, verdict: reviewGold.verdict })
    .from(reviewGold)
    .all();
  return new Map(rows.map(({ number, verdict }) => [number, verdict]));
}

export function reasonLabels(db: Db): ReadonlyMap<string, string> {
  const rows = db.select({ code: reviewReasons.code, label: reviewReasons.label }).from(reviewReasons).all();
  return new Map(rows.map(({ code, label }) => [code, label]));
}

export function namesOfPeople(db: Db): ReadonlyMap<string, string> {
  const rows = db.select({ id: users.id, name: users.name }).from(users).all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
