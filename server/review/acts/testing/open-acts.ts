import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import pino from "pino";
import { reviewCampaigns } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Actor, Role } from "@/server/accounts/accounts.schema";
import { addActor } from "@/server/accounts/testing/actors";
import { readEnv } from "@/server/foundation/env";
import { createCallerFactory, router } from "@/server/trpc/init";
import { actProcedures } from "@/server/trpc/routers/review/acts";
import { queueProcedures } from "@/server/trpc/routers/review/queue";
import { createCampaign } from "../../campaigns/campaigns.service";
import { createCampaignSchema } from "../../campaigns.schema";
import { fillItems } from "../../testing/fill-items";
import type { Choice } from "../../review.schema";

const callerOf = createCallerFactory(router({ ...actProcedures, ...queueProcedures }));
const logger = pino({ level: "silent" });
const env = readEnv({ NODE_ENV: "test" });

export type Desk = ReturnType<ReturnType<typeof openActs>["person"]>;

/** Review over a new database with a few items and the campaign of everything; each call comes a second later. */
export function openActs({ items = 12, perProblem = 6 } = {}) {
  const { db, sqlite } = openTestDatabase();
  const filled = fillItems(db, { items, perProblem, runs: 1 });
  let now = 2_000_000;
  const clock = { now: () => (now += 1_000), sleep: () => Promise.resolve() };
  const lead = addActor(db, "lead", "runner");
  return {
    db,
    sqlite,
    clock,
    filled,
    lead,
    pass: (ms: number): void => {
      now += ms;
    },
    /** A person at their desk: the routers as they reach them, and the acts in short. */
    person: (id: string, role: Role = "annotator") => {
      const actor: Actor = id === lead.id ? lead : addActor(db, id, role);
      const review = callerOf({ db, clock, env, logger, actor });
      return {
        actor,
        ctx: { db, clock, actor },
        review,
        decide: (number: number, choice: Choice, more: Partial<Parameters<typeof review.decide>[0]> = {}) =>
          review.decide({ actId: randomUUID(), campaignId: "camp_all", number, choice, ...more }),
        undo: (target: number | null = null) => review.undo({ actId: randomUUID(), target }),
        redo: (target: number | null = null) => review.redo({ actId: randomUUID(), target }),
        flag: (problemId: string, flagged: boolean, note = "") =>
          review.flag({ actId: randomUUID(), problemId, flagged, note }),
        edit: (number: number, text: string, more: Partial<Parameters<typeof review.edit>[0]> = {}) =>
          review.edit({ actId: randomUUID(), campaignId: "camp_all", number, side: "left", text, ...more }),
      };
    },
    campaign: (name: string, settings: Partial<Parameters<typeof createCampaign>[1]> = {}): string => {
      const input = createCampaignSchema.parse({ name, ...settings });
      return createCampaign({ db, clock, actor: lead }, input).id;
    },
    change: (campaignId: string, values: Partial<typeof reviewCampaigns.$inferInsert>): void => {
      db.update(reviewCampaigns).set(values).where(eq(reviewCampaigns.id, campaignId)).run();
    },
  };
}
