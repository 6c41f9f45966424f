import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { CONTAMINATION_DECISIONS, MATCH_KINDS } from "@/server/problems/contamination.schema";
import { millis } from "./columns";
import { problems, problemSets } from "./problems";

const setId = (name: string) =>
  text(name)
    .notNull()
    .references(() => problemSets.id, { onDelete: "cascade" });
const problemId = (name: string) =>
  text(name)
    .notNull()
    .references(() => problems.id, { onDelete: "cascade" });

/** A set that trains was compared with a benchmark, as both were then. */
export const contaminationChecks = sqliteTable(
  "contamination_checks",
  {
    setId: setId("set_id"),
    benchmarkId: setId("benchmark_id"),
    /** SHA-256 of the items of each when they were compared: another one asks for a new check. */
    setSha256: text("set_sha256").notNull(),
    benchmarkSha256: text("benchmark_sha256").notNull(),
    detectorVersion: text("detector_version").notNull(),
    checkedAt: millis("checked_at").notNull(),
    matchCount: integer("match_count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.setId, table.benchmarkId] })],
);

/** A training problem that is a benchmark's problem, or looks like one. */
export const contaminationMatches = sqliteTable(
  "contamination_matches",
  {
    /** Content id of the two problems. */
    id: text("id").primaryKey(),
    setId: setId("set_id"),
    problemId: problemId("problem_id"),
    benchmarkId: setId("benchmark_id"),
    benchmarkProblemId: problemId("benchmark_problem_id"),
    /** The strongest kind of likeness found. */
    kind: text("kind", { enum: MATCH_KINDS }).notNull(),
    /** Share of shingles in common (Jaccard), in [0, 1]. */
    similarity: real("similarity").notNull(),
    /** Longest run of words in common. */
    sharedWords: integer("shared_words").notNull(),
    foundAt: millis("found_at").notNull(),
  },
  (table) => [
    uniqueIndex("contamination_matches_pair_idx").on(table.problemId, table.benchmarkProblemId),
    index("contamination_matches_set_idx").on(table.setId, table.benchmarkId),
    index("contamination_matches_benchmark_idx").on(table.benchmarkId, table.setId),
    index("contamination_matches_benchmark_problem_idx").on(table.benchmarkProblemId),
  ],
);

/** Append-only: what people decided of a match. The newest row of a match counts. */
export const contaminationDecisions = sqliteTable(
  "contamination_decisions",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    matchId: text("match_id").notNull(),
    decision: text("decision", { enum: CONTAMINATION_DECISIONS }).notNull(),
    /** Needed for a waiver. */
    reason: text("reason").notNull(),
    actorId: text("actor_id").notNull(),
    at: millis("at").notNull(),
  },
  (table) => [index("contamination_decisions_match_idx").on(table.matchId, table.id)],
);
