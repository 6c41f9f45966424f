import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { CAMPAIGN_STATUSES } from "@/server/review/campaigns.schema";
import {
  ACT_KINDS,
  itemFilterSchema,
  ITEM_KINDS,
  ITEM_STATES,
  OUTCOMES,
  SIDES,
  SORTS,
  VERDICTS,
  type ItemFilter,
} from "@/server/review/review.schema";
import type { Verdict as GradeVerdict } from "@/server/math";
import { STAGES } from "@/server/sphere/io";
import { BUCKETS, PAIR_LEVELS, VALUE_KINDS } from "@/server/sphere/types";
import { users } from "./accounts";
import { millis, parsedJson } from "./columns";
import { models } from "./models";
import { corrections, pairs } from "./outcomes";
import { problems } from "./problems";
import { problemId, runId } from "./runs";

/**
 * What people review: one row a pair or repaired correction, with what the queue filters and sorts by. Made from the
 * runs' rows by `server/review/sync-items.ts`; `review_text` (FTS5, rowid = number) holds its words.
 */
export const reviewItems = sqliteTable(
  "review_items",
  {
    number: integer("number").primaryKey({ autoIncrement: true }),
    kind: text("kind", { enum: ITEM_KINDS }).notNull(),
    pairId: text("pair_id")
      .unique()
      .references(() => pairs.id, { onDelete: "cascade" }),
    correctionId: text("correction_id")
      .unique()
      .references(() => corrections.id, { onDelete: "cascade" }),
    runId: runId(),
    problemId: problemId(),
    stage: text("stage", { enum: STAGES }).notNull(),
    bucket: text("bucket", { enum: BUCKETS }),
    level: text("level"),
    subject: text("subject"),
    margin: real("margin"),
    rollouts: integer("rollouts"),
    /** Characters of the longer side. */
    length: integer("length").notNull(),
    /** Characters of the chosen side (a correction: the repaired chain) less those of the other. */
    lengthDifference: integer("length_difference"),
    /** By which rule the machine made the item: a pair's level and what valued it; the rule that refused a correction. */
    pairLevel: text("pair_level", { enum: PAIR_LEVELS }),
    valuedBy: text("valued_by", { enum: VALUE_KINDS }),
    refusedBy: text("refused_by"),
    /** For corrections: whether the method's rules took it. */
    machineAccepted: integer("machine_accepted", { mode: "boolean" }),
    /** Chance that the order is the other way, from values, rollouts and a judge: `server/review/doubt.ts`. */
    doubt: real("doubt").notNull(),
    /** A whole number made from the id: the random orders come from it. */
    shuffle: integer("shuffle").notNull(),
    /** From the standing decisions of all campaigns. */
    outcome: text("outcome", { enum: OUTCOMES }).notNull().default("undecided"),
    /** Standing decisions, skips not counted. */
    decisionCount: integer("decision_count").notNull().default(0),
    createdAt: millis("created_at").notNull(),
  },
  (table) => [
    index("review_items_doubt_idx").on(table.doubt, table.number),
    index("review_items_run_idx").on(table.runId, table.doubt),
    index("review_items_outcome_idx").on(table.outcome, table.doubt),
    index("review_items_kind_idx").on(table.kind, table.stage, table.doubt),
    index("review_items_level_idx").on(table.level),
    index("review_items_subject_idx").on(table.subject),
    index("review_items_problem_idx").on(table.problemId),
  ],
);

const itemNumber = () =>
  integer("item_number")
    .notNull()
    .references(() => reviewItems.number, { onDelete: "cascade" });

/** The same without the cascade: what people decided does not vanish with a run. */
const decidedItem = () =>
  integer("item_number")
    .notNull()
    .references(() => reviewItems.number);

const person = (name: string) =>
  text(name)
    .notNull()
    .references(() => users.id);

export const reviewCampaigns = sqliteTable("review_campaigns", {
  id: text("id").primaryKey(),
  name: text("name").notNull().unique(),
  status: text("status", { enum: CAMPAIGN_STATUSES }).notNull(),
  filter: parsedJson("filter", (stored): ItemFilter => itemFilterSchema.parse(stored)).notNull(),
  sort: text("sort", { enum: SORTS }).notNull(),
  seed: integer("seed").notNull(),
  overlap: integer("overlap").notNull(),
  blind: integer("blind", { mode: "boolean" }).notNull(),
  goldEvery: integer("gold_every"),
  judgeModelId: text("judge_model_id").references(() => models.id),
  /** The newest version of its guidelines; 0 before the first. */
  guidelinesVersion: integer("guidelines_version").notNull().default(0),
  createdBy: text("created_by").references(() => users.id),
  createdAt: millis("created_at").notNull(),
  closedAt: millis("closed_at"),
});

const campaignId = () =>
  text("campaign_id")
    .notNull()
    .references(() => reviewCampaigns.id);

/** An item in a campaign: its place, its lease, and how far its decisions are. */
export const campaignItems = sqliteTable(
  "campaign_items",
  {
    campaignId: campaignId(),
    itemNumber: itemNumber(),
    /** Place in the campaign's order, lowest first. */
    rank: real("rank").notNull(),
    state: text("state", { enum: ITEM_STATES }).notNull().default("open"),
    /** People whose decision stands, skips not counted. */
    decided: integer("decided").notNull().default(0),
    assignedTo: text("assigned_to").references(() => users.id),
    leaseId: text("lease_id"),
    leaseUserId: text("lease_user_id").references(() => users.id),
    leaseExpiresAt: millis("lease_expires_at"),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.itemNumber] }),
    index("campaign_items_next_idx").on(table.campaignId, table.state, table.rank),
    index("campaign_items_assigned_idx").on(table.campaignId, table.assignedTo, table.state, table.rank),
    index("campaign_items_lease_idx").on(table.leaseId),
    index("campaign_items_item_idx").on(table.itemNumber),
  ],
);

/** Every lease that was ever given: whom an item was shown, and when. */
export const reviewLeases = sqliteTable(
  "review_leases",
  {
    id: text("id").primaryKey(),
    campaignId: campaignId(),
    itemNumber: itemNumber(),
    userId: person("user_id"),
    grantedAt: millis("granted_at").notNull(),
    endedAt: millis("ended_at"),
  },
  (table) => [
    index("review_leases_item_idx").on(table.campaignId, table.itemNumber, table.userId),
    index("review_leases_user_idx").on(table.campaignId, table.userId, table.itemNumber),
    index("review_leases_number_idx").on(table.itemNumber),
  ],
);

/** Append-only (a trigger refuses anything else): what each person did; undo and redo are acts too. */
export const reviewActs = sqliteTable(
  "review_acts",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    /** Made by the client, so that an act sent twice is stored once. */
    id: text("id").notNull().unique(),
    kind: text("kind", { enum: ACT_KINDS }).notNull(),
    userId: person("user_id"),
    campaignId: text("campaign_id").references(() => reviewCampaigns.id),
    /** The act that an undo or redo is about. */
    target: integer("target"),
    /** The item of an act on one item. */
    itemNumber: integer("item_number").references(() => reviewItems.number),
    /** The problem of a flag. */
    problemId: text("problem_id").references(() => problems.id),
    /** What a flag says, and its note: kept here since taking a flag back deletes its row. */
    flagged: integer("flagged", { mode: "boolean" }),
    note: text("note"),
    /** Items that it changed. */
    itemCount: integer("item_count").notNull(),
    /** One line for the history. */
    summary: text("summary").notNull(),
    at: millis("at").notNull(),
  },
  (table) => [
    index("review_acts_user_idx").on(table.userId, table.seq),
    index("review_acts_target_idx").on(table.target, table.seq),
    index("review_acts_item_idx").on(table.itemNumber, table.seq),
  ],
);

/** Append-only: the decisions of `decide` and `bulk` acts. Which of them stand is in `review_standing`. */
export const reviewDecisions = sqliteTable(
  "review_decisions",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    actSeq: integer("act_seq")
      .notNull()
      .references(() => reviewActs.seq),
    campaignId: campaignId(),
    itemNumber: decidedItem(),
    userId: person("user_id"),
    /** In the true order, whatever side was shown where. */
    verdict: text("verdict", { enum: VERDICTS }).notNull(),
    /** Whether order and origin were hidden. */
    blind: integer("blind", { mode: "boolean" }).notNull(),
    /** Which side the chosen chain stood on. */
    chosenSide: text("chosen_side", { enum: SIDES }).notNull(),
    /** First wrong step of each chain, from 0 over the whole chain; null: none marked. */
    chosenFirstWrong: integer("chosen_first_wrong"),
    rejectedFirstWrong: integer("rejected_first_wrong"),
    reasons: text("reasons", { mode: "json" }).$type<readonly string[]>().notNull(),
    note: text("note").notNull(),
    chosenVersionId: text("chosen_version_id"),
    rejectedVersionId: text("rejected_version_id"),
    tookSuggestion: integer("took_suggestion", { mode: "boolean" }).notNull(),
    adjudication: integer("adjudication", { mode: "boolean" }).notNull(),
    guidelinesVersion: integer("guidelines_version").notNull(),
    /** Null in bulk acts. */
    durationMs: integer("duration_ms"),
    /** The decision that stood before, to which an undo returns. */
    before: integer("before"),
    at: millis("at").notNull(),
  },
  (table) => [
    index("review_decisions_act_idx").on(table.actSeq),
    index("review_decisions_item_idx").on(table.itemNumber),
  ],
);

/** The decision of each person on each item of a campaign that stands now. */
export const reviewStanding = sqliteTable(
  "review_standing",
  {
    campaignId: campaignId(),
    itemNumber: decidedItem(),
    userId: person("user_id"),
    decisionSeq: integer("decision_seq")
      .notNull()
      .references(() => reviewDecisions.seq),
    /** Copied from the decision: what filters and figures need. */
    verdict: text("verdict", { enum: VERDICTS }).notNull(),
    adjudication: integer("adjudication", { mode: "boolean" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.itemNumber, table.userId] }),
    index("review_standing_user_idx").on(table.userId, table.campaignId),
    index("review_standing_item_idx").on(table.itemNumber),
    index("review_standing_decision_idx").on(table.decisionSeq),
  ],
);

/** Chains as people rewrote them, kept beside the original; those of an undone act are not shown. */
export const chainVersions = sqliteTable(
  "chain_versions",
  {
    id: text("id").primaryKey(),
    actSeq: integer("act_seq")
      .notNull()
      .references(() => reviewActs.seq),
    itemNumber: decidedItem(),
    /** Which chain of the item. */
    chain: text("chain", { enum: ["chosen", "rejected"] }).notNull(),
    userId: person("user_id"),
    text: text("text").notNull(),
    steps: text("steps", { mode: "json" }).$type<readonly string[]>().notNull(),
    verdict: text("verdict").$type<GradeVerdict>().notNull(),
    extracted: text("extracted"),
    rule: text("rule").notNull(),
    graderVersion: text("grader_version").notNull(),
    at: millis("at").notNull(),
  },
  (table) => [index("chain_versions_item_idx").on(table.itemNumber, table.chain)],
);

/** Who holds that the reference answer of a problem is wrong, as it stands now. */
export const problemFlags = sqliteTable(
  "problem_flags",
  {
    problemId: problemId(),
    userId: person("user_id"),
    actSeq: integer("act_seq")
      .notNull()
      .references(() => reviewActs.seq),
    note: text("note").notNull(),
    at: millis("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.userId] })],
);

/** Items whose right decision is known; annotators are not told which. */
export const reviewGold = sqliteTable("review_gold", {
  itemNumber: decidedItem().primaryKey(),
  verdict: text("verdict", { enum: VERDICTS }).notNull(),
  setBy: person("set_by"),
  setAt: millis("set_at").notNull(),
});

/** A judge model's opinion of an item. */
export const reviewSuggestions = sqliteTable(
  "review_suggestions",
  {
    itemNumber: itemNumber(),
    modelId: text("model_id")
      .notNull()
      .references(() => models.id),
    /** Probability that the chosen chain is the better one, over both orders; null where the model could not tell. */
    score: real("score"),
    error: text("error"),
    at: millis("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemNumber, table.modelId] })],
);

export const reviewGuidelines = sqliteTable(
  "review_guidelines",
  {
    campaignId: campaignId(),
    version: integer("version").notNull(),
    markdown: text("markdown").notNull(),
    userId: person("user_id"),
    at: millis("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.version] })],
);

export const reviewReasons = sqliteTable("review_reasons", {
  code: text("code").primaryKey(),
  label: text("label").notNull(),
  help: text("help").notNull(),
  position: integer("position").notNull(),
  active: integer("active", { mode: "boolean" }).notNull(),
});

export const reviewViews = sqliteTable(
  "review_views",
  {
    id: text("id").primaryKey(),
    userId: person("user_id"),
    name: text("name").notNull(),
    query: text("query").notNull(),
    createdAt: millis("created_at").notNull(),
  },
  (table) => [uniqueIndex("review_views_name_idx").on(table.userId, table.name)],
);
