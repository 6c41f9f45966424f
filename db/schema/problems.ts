import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { SET_KINDS, SET_STATUSES, type LineGrading } from "@/server/problems/problems.schema";
import { millis } from "./columns";

/** One refused line of an import. */
export interface ImportFault {
  readonly line: number;
  readonly reason: string;
}

export const problemSets = sqliteTable("problem_sets", {
  id: text("id").primaryKey(),
  name: text("name").notNull().unique(),
  kind: text("kind", { enum: SET_KINDS }).notNull(),
  status: text("status", { enum: SET_STATUSES }).notNull(),
  /** Where it came from: a file name, `owner/repo@revision`, or the starter's seed. */
  source: text("source").notNull(),
  licence: text("licence"),
  problemCount: integer("problem_count").notNull().default(0),
  /** Lines of the last import that were already there. */
  duplicateCount: integer("duplicate_count").notNull().default(0),
  faultCount: integer("fault_count").notNull().default(0),
  /** The first faults, by line; `fault_count` has the whole number. */
  faults: text("faults", { mode: "json" }).$type<readonly ImportFault[]>().notNull(),
  /** SHA-256 of all items in order (id, statement, answer); null until it was computed. */
  itemsSha256: text("items_sha256"),
  createdAt: millis("created_at").notNull(),
});

export const problems = sqliteTable(
  "problems",
  {
    /** Content id of set and external id. */
    id: text("id").primaryKey(),
    setId: text("set_id")
      .notNull()
      .references(() => problemSets.id, { onDelete: "cascade" }),
    /** The id in the source file. */
    externalId: text("external_id").notNull(),
    position: integer("position").notNull(),
    statement: text("statement").notNull(),
    answer: text("answer").notNull(),
    solution: text("solution"),
    level: text("level"),
    subject: text("subject"),
    source: text("source"),
    /** How its answers are graded, where a file says so itself. */
    grading: text("grading", { mode: "json" }).$type<LineGrading>(),
    /** SHA-256 of the statement's letters and digits: finds the same problem in another set. */
    fingerprint: text("fingerprint").notNull(),
  },
  (table) => [
    uniqueIndex("problems_set_external_idx").on(table.setId, table.externalId),
    uniqueIndex("problems_set_position_idx").on(table.setId, table.position),
    index("problems_fingerprint_idx").on(table.fingerprint),
  ],
);
