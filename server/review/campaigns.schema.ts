import { z } from "zod";
import { itemFilterSchema, NO_FILTER, SORTS } from "./review.schema";

export const CAMPAIGN_STATUSES = ["open", "closed"] as const;

const name = z.string().trim().min(1, "Write a name.").max(80);

/** A campaign is a set of items, how many people decide on each, and how they see it. */
export const createCampaignSchema = z.object({
  name,
  filter: itemFilterSchema.default(NO_FILTER),
  sort: z.enum(SORTS).default("doubtful"),
  seed: z.number().int().min(0).max(2_147_483_647).default(0),
  /** People who decide on each item. */
  overlap: z.number().int().min(1).max(20).default(1),
  /** Verdicts, values and origin stay hidden until the decision, sides are swapped at random. */
  blind: z.boolean().default(false),
  /** With 10, every tenth item that a person is given is a gold one; null gives none. */
  goldEvery: z.number().int().min(2).max(100).nullable().default(null),
  /** A model whose opinion is shown as a suggestion (never in blind mode). */
  judgeModelId: z.string().max(80).nullable().default(null),
});
export type CreateCampaign = z.infer<typeof createCampaignSchema>;
/** What the form holds before it is checked. */
export type CampaignInput = z.input<typeof createCampaignSchema>;

/** How many items a campaign of this filter would have. */
export const previewCampaignSchema = z.object({ filter: itemFilterSchema.default(NO_FILTER) });

export const updateCampaignSchema = z.object({
  campaignId: z.string().min(1).max(80),
  name: name.optional(),
  status: z.enum(CAMPAIGN_STATUSES).optional(),
  overlap: z.number().int().min(1).max(20).optional(),
  goldEvery: z.number().int().min(2).max(100).nullable().optional(),
  judgeModelId: z.string().max(80).nullable().optional(),
});

export const campaignIdSchema = z.object({ campaignId: z.string().min(1).max(80) });

/** One thing that a person set for themselves: key bindings, layout. Null takes it away. */
export const setPreferenceSchema = z.object({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9.-]{0,38}$/, "A name is lower-case letters, digits, dots and hyphens."),
  value: z
    .unknown()
    .refine((value) => JSON.stringify([value]).length <= 20_000, "This is too long to be kept."),
});

/** Gives open items of a campaign to one person, or frees them (`userId` null). */
export const assignSchema = z.object({
  campaignId: z.string().min(1).max(80),
  filter: itemFilterSchema.default(NO_FILTER),
  userId: z.string().min(1).max(80).nullable(),
  /** At most so many, in the campaign's order. */
  count: z.number().int().min(1).max(100_000),
});
export type AssignItems = z.infer<typeof assignSchema>;

export const saveGuidelinesSchema = z.object({
  campaignId: z.string().min(1).max(80),
  markdown: z.string().max(50_000),
  /** The version that was edited; refused when somebody saved another since. */
  basedOn: z.number().int().min(0),
});

export const saveViewSchema = z.object({
  name,
  /** The address's query, as the list page reads it. */
  query: z.string().max(2_000),
});
export const viewIdSchema = z.object({ viewId: z.string().min(1).max(80) });

/** The whole list of reason codes, in order; a code in use stays, switched off. */
export const saveReasonsSchema = z.object({
  reasons: z
    .array(
      z.object({
        code: z.string().regex(/^[a-z][a-z0-9-]{0,38}$/, "A code is lower-case letters, digits and hyphens."),
        label: z.string().trim().min(1).max(60),
        help: z.string().trim().max(200).default(""),
        active: z.boolean().default(true),
      }),
    )
    .min(1)
    .max(30)
    .refine(
      (list) => new Set(list.map(({ code }) => code)).size === list.length,
      "Two reasons have one code.",
    ),
});

/** The list a new database starts with. */
export const FIRST_REASONS = [
  { code: "arithmetic-slip", label: "Arithmetic slip", help: "A calculation is wrong." },
  { code: "wrong-reading", label: "Wrong reading", help: "The problem was misread." },
  { code: "lucky-answer", label: "Right answer by luck", help: "The answer is right, the reasoning is not." },
  { code: "incomplete", label: "Incomplete", help: "Steps are missing or the text breaks off." },
  { code: "bad-format", label: "Bad format", help: "Steps or the final answer are not written as asked." },
  { code: "no-difference", label: "Not a real difference", help: "Both say the same in other words." },
] as const;
