import type { z } from "zod";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { NOBODY, type Actor, type auditFilterSchema } from "./accounts.schema";
import { listActions, listAudit, recordChange } from "./audit.repo";
import { auditedInput, HIDDEN } from "./audited-input";
import { listUsers } from "./people.repo";

interface Deps {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Pick<Actor, "id" | "name"> | null;
}

/** Writes a change made outside tRPC into the audit log, with whoever made it. */
export function recordAct({ db, clock, actor }: Deps, action: string, input: unknown): void {
  recordChange(db, {
    at: clock.now(),
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? "nobody signed in",
    action,
    input: auditedInput(input),
  });
}

export interface AuditLine {
  readonly id: number;
  readonly at: number;
  readonly actorId: string | null;
  /** As it was then. */
  readonly actorName: string;
  readonly action: string;
  /** What it was called with, in a line, people by their names of now; empty where with nothing. */
  readonly input: string;
}

/** A page of the log, newest first, and where the next one begins. */
export function readAudit(
  { db }: Pick<Deps, "db">,
  { actorId, action, cursor, limit }: z.infer<typeof auditFilterSchema>,
): { readonly lines: AuditLine[]; readonly nextCursor: number | null } {
  const rows = listAudit(db, {
    actorId: actorId === NOBODY ? null : (actorId ?? undefined),
    action: action ?? undefined,
    beforeId: cursor ?? undefined,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const names = new Map(listUsers(db).map(({ id, name }) => [id, name]));
  return {
    lines: shown.map((row) => ({ ...row, input: inWords(row.input, names) })),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** What the log can be filtered by. */
export function readAuditFacets({ db }: Pick<Deps, "db">) {
  return { people: listUsers(db).map(({ id, name }) => ({ id, name })), actions: listActions(db) };
}

function inWords(input: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return valueInWords(input, names);
  return Object.entries(input)
    .filter(([, value]) => value !== HIDDEN)
    .map(([field, value]) => `${field}: ${valueInWords(value, names)}`)
    .join(", ");
}

function valueInWords(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? (names.get(value) ?? value) : JSON.stringify(value);
}
