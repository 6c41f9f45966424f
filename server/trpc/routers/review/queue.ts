import * as campaigns from "@/server/review/campaigns/campaigns.service";
import {
  assignSchema,
  campaignIdSchema,
  createCampaignSchema,
  previewCampaignSchema,
  saveGuidelinesSchema,
  saveReasonsSchema,
  saveViewSchema,
  setPreferenceSchema,
  updateCampaignSchema,
  viewIdSchema,
} from "@/server/review/campaigns.schema";
import { assignItems } from "@/server/review/campaigns/assign.service";
import { assignablePeople } from "@/server/review/campaigns/assignable.service";
import { peopleOfCampaign } from "@/server/review/campaigns/people.service";
import * as guidelines from "@/server/review/desk/guidelines.service";
import * as preferences from "@/server/review/desk/preferences.service";
import * as reasons from "@/server/review/desk/reasons.service";
import * as views from "@/server/review/desk/views.service";
import { goldItems } from "@/server/review/lists/gold-items.service";
import { itemFacets } from "@/server/review/lists/facets.service";
import { itemsOf } from "@/server/review/lists/items-of.service";
import { listItems } from "@/server/review/lists/list-items.service";
import * as leases from "@/server/review/queue/leases.service";
import { nextItem } from "@/server/review/queue/next.service";
import {
  facetsSchema,
  itemsOfSchema,
  leaseIdsSchema,
  listItemsSchema,
  nextItemSchema,
  takeLeaseSchema,
} from "@/server/review/review.schema";
import { procedures, router } from "../../init";

const { reader, runner, unlogged } = procedures;

/** Campaigns, the queue and what surrounds it. */
export const queueProcedures = {
  campaigns: router({
    list: reader.query(({ ctx }) => campaigns.listCampaigns(ctx)),
    get: reader
      .input(campaignIdSchema)
      .query(({ ctx, input }) => campaigns.getCampaign(ctx, input.campaignId)),
    create: runner
      .input(createCampaignSchema)
      .mutation(({ ctx, input }) => campaigns.createCampaign(ctx, input)),
    preview: runner
      .input(previewCampaignSchema)
      .query(({ ctx, input }) => campaigns.previewCampaign(ctx, input)),
    update: runner
      .input(updateCampaignSchema)
      .mutation(({ ctx, input }) => campaigns.updateCampaign(ctx, input)),
    assign: runner.input(assignSchema).mutation(({ ctx, input }) => assignItems(ctx, input)),
    assignable: runner.query(({ ctx }) => assignablePeople(ctx)),
    gold: runner.input(campaignIdSchema).query(({ ctx, input }) => goldItems(ctx, input.campaignId)),
    people: reader.input(campaignIdSchema).query(({ ctx, input }) => peopleOfCampaign(ctx, input.campaignId)),
  }),
  items: router({
    list: reader.input(listItemsSchema).query(({ ctx, input }) => listItems(ctx, input)),
    of: reader.input(itemsOfSchema).query(({ ctx, input }) => itemsOf(ctx, input)),
    facets: reader.input(facetsSchema).query(({ ctx, input }) => itemFacets(ctx, input)),
  }),
  next: unlogged.annotator.input(nextItemSchema).mutation(({ ctx, input }) => nextItem(ctx, input)),
  leases: router({
    take: unlogged.annotator
      .input(takeLeaseSchema)
      .mutation(({ ctx, input }) => leases.takeLease(ctx, input)),
    renew: unlogged.annotator
      .input(leaseIdsSchema)
      .mutation(({ ctx, input }) => leases.renewLeases(ctx, input)),
    release: unlogged.annotator
      .input(leaseIdsSchema)
      .mutation(({ ctx, input }) => leases.releaseLeases(ctx, input)),
  }),
  views: router({
    list: reader.query(({ ctx }) => views.listViews(ctx)),
    save: reader.input(saveViewSchema).mutation(({ ctx, input }) => views.saveView(ctx, input)),
    remove: reader.input(viewIdSchema).mutation(({ ctx, input }) => views.removeView(ctx, input)),
  }),
  reasons: router({
    list: reader.query(({ ctx }) => reasons.listReasons(ctx)),
    save: runner.input(saveReasonsSchema).mutation(({ ctx, input }) => reasons.saveReasons(ctx, input)),
  }),
  guidelines: router({
    get: reader
      .input(campaignIdSchema)
      .query(({ ctx, input }) => guidelines.readGuidelines(ctx, input.campaignId)),
    save: runner
      .input(saveGuidelinesSchema)
      .mutation(({ ctx, input }) => guidelines.saveGuidelines(ctx, input)),
  }),
  preferences: router({
    get: unlogged.reader.query(({ ctx }) => preferences.readPreferences(ctx)),
    set: unlogged.reader
      .input(setPreferenceSchema)
      .mutation(({ ctx, input }) => preferences.setPreference(ctx, input)),
  }),
};
