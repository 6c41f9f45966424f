/**
 * `components/review/item/outbox` owns that no act of a person is lost: each is kept in the browser until the server
 * has answered, sent in order, sent again after a cut, and shown where the server refused it.
 */
import { z } from "zod";
import { decideSchema, editSchema, flagSchema, undoSchema } from "@/server/review/review.schema";

const refusalSchema = z.object({ message: z.string(), fix: z.string().nullable() });

const common = {
  /** Place in the order; later acts have larger ones. */
  order: z.number(),
  /** What the person did, for the page: "accept on item 12". */
  label: z.string(),
  /** The item, and through which campaign it was seen. */
  number: z.number().nullable(),
  campaignId: z.string().nullable(),
  /** Answers of the server that it is in trouble; an act is not sent for ever. */
  troubles: z.number().default(0),
  /** Why the server refused it; null: it waits to be sent. */
  refusal: refusalSchema.nullable().default(null),
};

/** Undo or redo; `of`: the act that it is about, where that had no number yet. */
const undoing = { ...common, input: undoSchema, of: z.string().nullable() };

export const entrySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("decide"), ...common, input: decideSchema }),
  z.object({ kind: z.literal("edit"), ...common, input: editSchema }),
  z.object({ kind: z.literal("flag"), ...common, input: flagSchema }),
  z.object({ kind: z.literal("undo"), ...undoing }),
  z.object({ kind: z.literal("redo"), ...undoing }),
]);

export type Entry = z.infer<typeof entrySchema>;
export type Refusal = z.infer<typeof refusalSchema>;

/** What is done, before it has a place in the order. */
export type NewEntry =
  | Pick<Extract<Entry, { kind: "decide" }>, "kind" | "input" | "label" | "number" | "campaignId">
  | Pick<Extract<Entry, { kind: "edit" }>, "kind" | "input" | "label" | "number" | "campaignId">
  | Pick<Extract<Entry, { kind: "flag" }>, "kind" | "input" | "label" | "number" | "campaignId">
  | Pick<
      Extract<Entry, { kind: "undo" | "redo" }>,
      "kind" | "input" | "label" | "number" | "campaignId" | "of"
    >;
