import { Buffer } from "node:buffer";
import { z } from "zod";
import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { countRuns, listRuns, type ListPlace } from "./list-runs.repo";
import { readQueue } from "./queue.repo";
import { runView, type RunView } from "./run-view";
import { listRunsSchema, type ListRuns } from "./steering.schema";

export interface RunListItem extends RunView {
  /** Place in the queue, 1 goes next; null where it does not wait there. */
  readonly queuePosition: number | null;
}

export interface RunList {
  readonly items: readonly RunListItem[];
  /** Where the next page begins, or null at the end. */
  readonly next: string | null;
  /** Runs that the filter lets through, on all pages. */
  readonly total: number;
}

/** @throws AppError when the cursor is not one that this gave */
export function listRunViews(db: Db, input: ListRuns): RunList {
  const { limit, cursor, ...filter } = input;
  const after = cursor === null ? null : readCursor(cursor);
  const rows = listRuns(db, { ...filter, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const places = new Map(readQueue(db).map(({ id }, index) => [id, index + 1]));
  return {
    items: shown.map(({ run }) => ({ ...runView(run), queuePosition: places.get(run.id) ?? null })),
    next: last === undefined ? null : writeCursor(last.place),
    total: countRuns(db, filter),
  };
}

/** The newest runs, for a palette. */
export function recentRuns(db: Db, limit: number): readonly RunListItem[] {
  return listRunViews(db, listRunsSchema.parse({ limit })).items;
}

const placeSchema = z.tuple([z.union([z.string(), z.number()]), z.string()]);

function writeCursor({ value, id }: ListPlace): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

function readCursor(cursor: string): ListPlace {
  try {
    const [value, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { value, id };
  } catch (cause) {
    throw new AppError("invalid-input", "This page of runs cannot be found.", {
      field: "cursor",
      fix: "Begin with the first page.",
      cause,
    });
  }
}
