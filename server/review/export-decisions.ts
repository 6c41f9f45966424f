import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { chainVersions, problems, reviewDecisions, reviewItems, reviewStanding, users } from "@/db/schema";
import { sha256 } from "@/server/foundation/ids";
import { readSides } from "./item/read-sides";
import { nameFor } from "./item/who-sees";
import type { ReviewContext } from "./review-context";

const ITEMS_AT_ONCE = 100;

/**
 * What people decided, one JSON line an item in the order of their numbers: both chains and every decision that stands, in the
 * true order whatever side was shown where. Names are for administrators; others tell people apart by `annotator`.
 * Memory stays the same however many there are.
 */
export function* exportDecisions(
  ctx: Pick<ReviewContext, "db" | "actor">,
  campaignId: string | null,
): Generator<string> {
  const { db } = ctx;
  for (let after = 0; ;) {
    const numbers = decidedItems(db, { campaignId, after });
    const last = numbers.at(-1);
    if (last === undefined) return;
    const decisions = decisionsOn(db, { campaignId, numbers });
    for (const found of itemsOf(db, numbers)) {
      const own = decisions.filter(({ decision }) => decision.itemNumber === found.item.number);
      yield `${JSON.stringify(lineOf(ctx, found, own))}\n`;
    }
    after = last;
  }
}

function decidedItems(db: Db, { campaignId, after }: { campaignId: string | null; after: number }): number[] {
  return db
    .selectDistinct({ number: reviewStanding.itemNumber })
    .from(reviewStanding)
    .where(
      and(
        gt(reviewStanding.itemNumber, after),
        campaignId === null ? undefined : eq(reviewStanding.campaignId, campaignId),
      ),
    )
    .orderBy(asc(reviewStanding.itemNumber))
    .limit(ITEMS_AT_ONCE)
    .all()
    .map(({ number }) => number);
}

function itemsOf(db: Db, numbers: readonly number[]) {
  return db
    .select({ item: reviewItems, problem: problems })
    .from(reviewItems)
    .innerJoin(problems, eq(problems.id, reviewItems.problemId))
    .where(inArray(reviewItems.number, [...numbers]))
    .orderBy(asc(reviewItems.number))
    .all();
}
type FoundItem = ReturnType<typeof itemsOf>[number];

function decisionsOn(db: Db, choice: { campaignId: string | null; numbers: readonly number[] }) {
  return db
    .select({ decision: reviewDecisions, person: { id: users.id, name: users.name } })
    .from(reviewStanding)
    .innerJoin(reviewDecisions, eq(reviewDecisions.seq, reviewStanding.decisionSeq))
    .innerJoin(users, eq(users.id, reviewStanding.userId))
    .where(
      and(
        inArray(reviewStanding.itemNumber, [...choice.numbers]),
        choice.campaignId === null ? undefined : eq(reviewStanding.campaignId, choice.campaignId),
      ),
    )
    .orderBy(asc(reviewStanding.decisionSeq))
    .all();
}
type Decided = ReturnType<typeof decisionsOn>[number];

function lineOf(
  { db, actor }: Pick<ReviewContext, "db" | "actor">,
  found: FoundItem,
  decided: readonly Decided[],
) {
  const { item, problem } = found;
  const { shared, prompt, chosen, rejected } = readSides(db, item);
  const versions = versionTexts(db, decided);
  return {
    item: item.number,
    kind: item.kind,
    stage: item.stage,
    runId: item.runId,
    problemId: item.problemId,
    pairId: item.pairId,
    correctionId: item.correctionId,
    problem: problem.statement,
    answer: problem.answer,
    prompt,
    shared: shared.join(""),
    chosen: chosen.raw,
    rejected: rejected.raw,
    outcome: item.outcome,
    decisions: decided.map(({ decision, person }) => ({
      annotator: sha256(person.id).slice(0, 12),
      name: nameFor(actor, person),
      campaignId: decision.campaignId,
      verdict: decision.verdict,
      adjudication: decision.adjudication,
      blind: decision.blind,
      chosenSide: decision.chosenSide,
      firstWrongStep: { chosen: decision.chosenFirstWrong, rejected: decision.rejectedFirstWrong },
      reasons: decision.reasons,
      note: decision.note,
      edited: {
        chosen: versions.get(decision.chosenVersionId ?? "") ?? null,
        rejected: versions.get(decision.rejectedVersionId ?? "") ?? null,
      },
      tookSuggestion: decision.tookSuggestion,
      guidelinesVersion: decision.guidelinesVersion,
      durationMs: decision.durationMs,
      at: new Date(decision.at).toISOString(),
    })),
  };
}

/** Texts of the edited chains that decisions are about. */
function versionTexts(db: Db, decided: readonly Decided[]): ReadonlyMap<string, string> {
  const ids = decided.flatMap(({ decision }) => [decision.chosenVersionId, decision.rejectedVersionId]);
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = db
    .select({ id: chainVersions.id, text: chainVersions.text })
    .from(chainVersions)
    .where(inArray(chainVersions.id, known))
    .all();
  return new Map(rows.map(({ id, text }) => [id, text]));
}
