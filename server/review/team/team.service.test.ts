import { randomUUID } from "node:crypto";
import pino from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { reviewGold } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import type { Actor } from "@/server/accounts/accounts.schema";
import { addActor } from "@/server/accounts/testing/actors";
import { readEnv } from "@/server/foundation/env";
import { createCallerFactory } from "@/server/trpc/init";
import { teamRouter } from "@/server/trpc/routers/review/team";
import { createCampaign } from "../campaigns/campaigns.service";
import { createCampaignSchema } from "../campaigns.schema";
import { decide } from "../acts/decide.service";
import { decideSchema, type Choice } from "../review.schema";
import { fillItems } from "../testing/fill-items";

const clock = { now: () => Date.parse("2026-11-24T12:00:00Z"), sleep: () => Promise.resolve() };

let db: Db;
let ana: Actor;
let ben: Actor;
let reader: Actor;
let admin: Actor;
let campaignId: string;

beforeEach(() => {
  ({ db } = openTestDatabase());
  ana = addActor(db, "ana");
  ben = addActor(db, "benedict");
  reader = addActor(db, "rae", "reader");
  admin = addActor(db, "lea", "admin");
  fillItems(db, { items: 10, perProblem: 5 });
  ({ id: campaignId } = createCampaign(
    { db, clock, actor: admin },
    createCampaignSchema.parse({ name: "Two", overlap: 2 }),
  ));
  const said: readonly (readonly [Actor, number, Choice])[] = [
    [ana, 1, "accept"],
    [ben, 1, "accept"],
    [ana, 2, "accept"],
    [ben, 2, "swap"],
    [ana, 3, "reject"],
    [ben, 3, "reject"],
    [ben, 4, "skip"],
  ];
  for (const [actor, number, choice] of said) {
    const input = { actId: randomUUID(), campaignId, number, choice, durationMs: 6_000 };
    decide({ db, clock, actor }, decideSchema.parse(input));
  }
  db.insert(reviewGold).values({ itemNumber: 2, verdict: "accept", setBy: admin.id, setAt: 0 }).run();
});

const team = (actor: Actor | null) =>
  createCallerFactory(teamRouter)({
    db,
    clock,
    env: readEnv({ NODE_ENV: "test" }),
    logger: pino({ level: "silent" }),
    actor,
  });

describe("the team's figures", () => {
  it("are the same of the whole for everybody", async () => {
    const wholes = await Promise.all(
      [ana, reader, admin].map(async (actor) => (await team(actor).figures({})).whole),
    );
    expect(wholes[0]).toMatchObject({
      readings: 6,
      skipped: 1,
      accepted: { hits: 3, total: 6 },
      gold: { hits: 1, total: 2 },
    });
    expect(wholes[1]).toEqual(wholes[0]);
    expect(wholes[2]).toEqual(wholes[0]);
  });

  it("of an annotator are their own, and tell nothing of who else decided", async () => {
    const figures = await team(ana).figures({});
    expect(figures.people).toMatchObject([{ name: null, readings: 3, gold: { hits: 1, total: 1 } }]);
    expect(figures.confusions.shown).toMatchObject([{ between: null, same: { hits: 2, total: 3 } }]);
    const sent = JSON.stringify([figures, await team(ana).days({})]);
    expect(sent).not.toMatch(/benedict/iu);
    expect(sent).not.toContain('"ana"');
  });

  it("name others to administrators alone", async () => {
    const figures = await team(admin).figures({});
    expect(figures.people.map(({ name, readings }) => [name, readings])).toEqual([
      ["Ana", 3],
      ["Benedict", 3],
    ]);
    expect(figures.confusions).toMatchObject({
      total: 1,
      shown: [{ between: { first: "Ana", second: "Benedict" }, kappa: { reason: null } }],
    });
    const runner = await team({ ...admin, id: "user_r", role: "runner" }).figures({});
    expect(runner.people).toEqual([]);
  });

  it("of a reader have no person", async () => {
    const figures = await team(reader).figures({});
    expect(figures.people).toEqual([]);
    expect(figures.confusions.shown[0]?.same.total).toBe(0);
  });

  it("are for nobody who is not signed in", async () => {
    await expect(team(null).figures({})).rejects.toThrow("Sign in first.");
  });

  it("can be of one campaign, kind or stage", async () => {
    expect((await team(ana).figures({ campaignId: "camp_all" })).counts.standing).toBe(0);
    expect((await team(ana).figures({ campaignId })).counts.standing).toBe(7);
    expect((await team(ana).figures({ kind: "correction" })).counts.standing).toBe(0);
  });

  it("by day hold today's decisions", async () => {
    const days = await team(ben).days({ days: 2 });
    expect(days).toEqual([
      { day: "2026-11-23", readings: 0, bulk: 0, mine: 0 },
      { day: "2026-11-24", readings: 6, bulk: 0, mine: 3 },
    ]);
  });
});
