import { and, asc, count, desc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { runs } from "@/db/schema";
import type { RunRow } from "./runs.repo";
import { isDryRun, isNoDryRun } from "./queue-order";
import type { ListRuns, RunSort } from "./steering.schema";

/** Where a page ends: the sort value and the id of its last run. */
export interface ListPlace {
  readonly value: string | number;
  readonly id: string;
}

const sorts: Record<RunSort, { readonly by: SQL<string | number>; readonly down: boolean }> = {
  newest: { by: sql`${runs.createdAt}`, down: true },
  oldest: { by: sql`${runs.createdAt}`, down: false },
  name: { by: sql`lower(${runs.name})`, down: false },
  tokens: { by: sql`${runs.generatedTokens}`, down: true },
  pairs: { by: sql`${runs.pairCount}`, down: true },
};

type Filter = Omit<ListRuns, "limit" | "cursor">;

function filterOf(filter: Omit<Filter, "sort">): SQL | undefined {
  const { status, kind, modelId, problemSetId, text, dryRuns } = filter;
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return and(
    status.length === 0 ? undefined : inArray(runs.status, status),
    kind.length === 0 ? undefined : inArray(runs.kind, kind),
    modelId === null
      ? undefined
      : or(eq(runs.policyModelId, modelId), eq(runs.smallModelId, modelId), eq(runs.scorerModelId, modelId)),
    problemSetId === null ? undefined : eq(runs.problemSetId, problemSetId),
    text === ""
      ? undefined
      : sql`(lower(${runs.name}) like ${pattern} escape '\\' or lower(${runs.id}) like ${pattern} escape '\\')`,
    dryRuns === "with" ? undefined : dryRuns === "only" ? isDryRun : isNoDryRun,
  );
}

/** Runs after `after` in the order of the sort, with the place of each. Runs of equal value follow by id. */
export function listRuns(
  db: Db,
  params: Filter & { readonly limit: number; readonly after: ListPlace | null },
): { readonly run: RunRow; readonly place: ListPlace }[] {
  const { by, down } = sorts[params.sort];
  const { after } = params;
  const beyond =
    after === null
      ? undefined
      : down
        ? sql`(${by}, ${runs.id}) < (${after.value}, ${after.id})`
        : sql`(${by}, ${runs.id}) > (${after.value}, ${after.id})`;
  const order = down ? [desc(by), desc(runs.id)] : [asc(by), asc(runs.id)];
  return db
    .select({ run: runs, value: by })
    .from(runs)
    .where(and(filterOf(params), beyond))
    .orderBy(...order)
    .limit(params.limit)
    .all()
    .map(({ run, value }) => ({ run, place: { value, id: run.id } }));
}

export function countRuns(db: Db, filter: Omit<Filter, "sort">): number {
  return db.select({ n: count() }).from(runs).where(filterOf(filter)).get()?.n ?? 0;
}
