import { z } from "zod";
import { STAGES } from "@/server/sphere/io";
import { ITEM_KINDS } from "../review.schema";

/** Of which decisions the figures are; null leaves a field open. */
export const teamFilterSchema = z.object({
  campaignId: z.string().min(1).max(80).nullable().default(null),
  kind: z.enum(ITEM_KINDS).nullable().default(null),
  stage: z.enum(STAGES).nullable().default(null),
});
export type TeamFilter = z.infer<typeof teamFilterSchema>;

export const teamDaysSchema = teamFilterSchema.extend({
  /** Minutes that the viewer's clock is ahead of UTC, so that a day is their day. */
  utcOffset: z
    .number()
    .int()
    .min(-14 * 60)
    .max(14 * 60)
    .default(0),
  /** How many days, today the last. */
  days: z.number().int().min(1).max(366).default(30),
});
export type TeamDays = z.infer<typeof teamDaysSchema>;

/** What is counted as agreement or not: a skip is no answer. */
export const ANSWERS = ["accept", "reject", "swap", "tie"] as const;
