import { z } from "zod";
import { STAGES } from "@/server/sphere/io";
import { BUCKETS } from "@/server/sphere/types";

/** A correction of stage 2, or a preference pair of any stage. */
export const ITEM_KINDS = ["pair", "correction"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/**
 * What a person decides. `accept`: the order is right (a correction: the repair is right); `reject`: not fit for
 * training; `swap`: the rejected one is the better; `tie`: no real difference; `skip`: somebody else should decide.
 */
export const VERDICTS = ["accept", "reject", "swap", "tie", "skip"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a person may answer where the order is hidden: sides instead of `accept` and `swap`. */
export const CHOICES = ["accept", "reject", "swap", "tie", "skip", "left", "right"] as const;
export type Choice = (typeof CHOICES)[number];

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

/** What all decisions on an item together say, over all campaigns; skips do not count. */
export const OUTCOMES = ["undecided", "accept", "reject", "swap", "tie", "conflict"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * An item within a campaign. `open`: fewer people than wanted have decided; `agreed`: all said the same;
 * `conflict`: they did not; `settled`: somebody adjudicated.
 */
export const ITEM_STATES = ["open", "agreed", "conflict", "settled"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const SORTS = ["doubtful", "random", "newest"] as const;
export type Sort = (typeof SORTS)[number];

/** What a person did, as one line of the log and one step of undo. */
export const ACT_KINDS = ["decide", "bulk", "edit", "flag", "undo", "redo"] as const;
export type ActKind = (typeof ACT_KINDS)[number];

const maybe = <T extends z.ZodType>(type: T) => type.nullable().default(null);

/** Which items; null leaves a field open. The same names stand in the URL. */
export const itemFilterSchema = z.object({
  kind: maybe(z.enum(ITEM_KINDS)),
  runId: maybe(z.string().max(80)),
  stage: maybe(z.enum(STAGES)),
  bucket: maybe(z.enum(BUCKETS)),
  level: maybe(z.string().max(80)),
  subject: maybe(z.string().max(80)),
  /** Of `q_chosen - q_rejected`; corrections without a pair have none. */
  marginMin: maybe(z.number().min(0).max(1)),
  marginMax: maybe(z.number().min(0).max(1)),
  /** Characters of the longer side. */
  lengthMin: maybe(z.number().int().min(0)),
  lengthMax: maybe(z.number().int().min(0)),
  outcome: maybe(z.enum(OUTCOMES)),
  /** Somebody's standing decision. */
  annotatorId: maybe(z.string().max(80)),
  reason: maybe(z.string().max(40)),
  /** For corrections: whether the method's rules took it. */
  machine: maybe(z.enum(["accepted", "refused"])),
  /** Words of the problem, either chain or the explanation. */
  text: maybe(z.string().trim().max(200)),
});
export type ItemFilter = z.infer<typeof itemFilterSchema>;
export const NO_FILTER: ItemFilter = itemFilterSchema.parse({});

const itemNumber = z.number().int().min(1);
const campaignId = z.string().min(1).max(80);
const actId = z.uuid();

const sortSchema = z.object({
  sort: z.enum(SORTS).default("doubtful"),
  /** Of the random order. */
  seed: z.number().int().min(0).max(2_147_483_647).default(0),
});

export const listItemsSchema = sortSchema.extend({
  filter: itemFilterSchema.default(NO_FILTER),
  /** Only items of this campaign. */
  campaignId: maybe(campaignId),
  /** Within the campaign. */
  state: maybe(z.enum(ITEM_STATES)),
  page: z.number().int().min(1).default(1),
  pageSize: z.number().int().min(1).max(100).default(25),
});
export type ListItems = z.infer<typeof listItemsSchema>;

export const itemKeySchema = z.object({ number: itemNumber, campaignId: maybe(campaignId) });
export type ItemKey = z.infer<typeof itemKeySchema>;

/** The next item for the person who asks, leased to them. */
export const nextItemSchema = z.object({
  campaignId,
  filter: itemFilterSchema.default(NO_FILTER),
  /** Items that the person has at hand already. */
  except: z.array(itemNumber).max(20).default([]),
});
export type NextItem = z.infer<typeof nextItemSchema>;

/** One item for whoever opens it; in the queue `next` does both. */
export const takeLeaseSchema = z.object({ campaignId, number: itemNumber });

export const facetsSchema = z.object({ campaignId: maybe(campaignId) });

export const leaseIdsSchema = z.object({ leaseIds: z.array(z.string().min(1).max(80)).max(20) });

export const decideSchema = z.object({
  /** Made by the client: sent again after a cut network, it counts once. */
  actId,
  campaignId,
  number: itemNumber,
  leaseId: maybe(z.string().max(80)),
  choice: z.enum(CHOICES),
  /** First wrong step of each side as shown, counted from 0 over the whole chain; null where none was marked. */
  firstWrong: z
    .object({ left: maybe(z.number().int().min(0)), right: maybe(z.number().int().min(0)) })
    .default({ left: null, right: null }),
  reasons: z.array(z.string().min(1).max(40)).max(20).default([]),
  note: z.string().max(4_000).default(""),
  /** Edited versions that the decision is about. */
  versions: z
    .object({ left: maybe(z.string().max(80)), right: maybe(z.string().max(80)) })
    .default({ left: null, right: null }),
  /** Milliseconds with the item in view. */
  durationMs: z.number().int().min(0).max(86_400_000).default(0),
  /** The person took a model's suggestion. */
  tookSuggestion: z.boolean().default(false),
  /** Settles a conflict for all. */
  adjudicate: z.boolean().default(false),
});
export type Decide = z.infer<typeof decideSchema>;

const bulkTarget = {
  campaignId,
  filter: itemFilterSchema.default(NO_FILTER),
  state: maybe(z.enum(ITEM_STATES)),
  /** Only these; null means all that the filter finds. */
  numbers: maybe(z.array(itemNumber).min(1).max(10_000)),
};
export const bulkPreviewSchema = z.object({ ...bulkTarget, verdict: z.enum(VERDICTS) });
export const bulkSchema = bulkPreviewSchema.extend({
  actId,
  reasons: z.array(z.string().min(1).max(40)).max(20).default([]),
  note: z.string().max(4_000).default(""),
  /** What the preview said; if another number would change by now, nothing does. */
  expected: z.number().int().min(0),
});
export type Bulk = z.infer<typeof bulkSchema>;

/** Undo or redo: of one act, or of the newest that can be. */
export const undoSchema = z.object({ actId, target: maybe(z.number().int().min(1)) });

export const editSchema = z.object({
  actId,
  campaignId,
  number: itemNumber,
  side: z.enum(SIDES),
  /** The chain after what both sides were given, one step a paragraph as the model writes it. */
  text: z.string().trim().min(1, "The chain is empty.").max(400_000),
});

/** "The reference answer is wrong", or taking that back. */
export const flagSchema = z.object({
  actId,
  problemId: z.string().min(1).max(80),
  flagged: z.boolean(),
  note: z.string().max(2_000).default(""),
});

export const historySchema = z.object({
  /** Null: everybody's, for those who may see it. */
  userId: maybe(z.string().max(80)),
  number: maybe(itemNumber),
  beforeSeq: maybe(z.number().int()),
  limit: z.number().int().min(1).max(100).default(30),
});

export const goldSchema = z.object({
  number: itemNumber,
  /** Null takes it away. */
  verdict: z.enum(["accept", "reject", "swap", "tie"]).nullable(),
});

export const flagsOfSchema = z.object({ problemIds: z.array(z.string().min(1).max(80)).max(1_000) });

/** Which items some pairs and corrections of a run are. */
export const itemsOfSchema = z.object({
  pairIds: z.array(z.string().min(1).max(80)).max(1_000).default([]),
  correctionIds: z.array(z.string().min(1).max(80)).max(1_000).default([]),
});
