import { describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { models, reviewCampaigns, reviewItems, reviewSuggestions } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { createLogger } from "@/server/foundation/logger";
import { createDispatcher } from "@/server/models/dispatcher";
import { EngineError, type Engine, type LabelRequest } from "@/server/models/engine";
import { fillItems } from "@/server/review/testing/fill-items";
import { watchEngineHealth } from "@/server/models/engine-health";
import type { OpenedModel } from "@/server/models/opened-model";
import { judgeSome } from "./suggest";

const logger = createLogger("test", "silent");
const clock = { now: () => 5_000, sleep: () => Promise.resolve() };
const never = new AbortController().signal;

const refuse = () => Promise.reject(new Error("not asked"));

/** A judge whose answers are given; everything else of an engine is not asked for. */
function judgeOf(answer: (request: LabelRequest) => readonly number[]): Engine {
  return {
    sequences: 4,
    generate: refuse,
    renderPrompt: refuse,
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
    labelProbabilities: async (request) => answer(request),
  };
}

function openDesk(db: Db, engine: Engine) {
  const model: OpenedModel = {
    id: "model_review",
    identity: "judge",
    engine,
    dispatcher: createDispatcher(engine, { clock, logger }),
    health: watchEngineHealth(),
  };
  let held = 0;
  return {
    held: () => held,
    deps: {
      db,
      clock,
      logger,
      engines: {
        acquire: () => {
          held += 1;
          return Promise.resolve(model);
        },
        release: () => {
          held -= 1;
        },
      },
    },
  };
}

function openItems() {
  const { db } = openTestDatabase();
  fillItems(db, { items: 20 });
  const judgeModelId = db.select({ id: models.id }).from(models).get()?.id ?? "";
  db.update(models).set({ status: "ready" }).run();
  db.update(reviewCampaigns).set({ judgeModelId }).run();
  return db;
}

const doubtsOf = (db: Db) =>
  new Map(
    db
      .select()
      .from(reviewItems)
      .all()
      .map(({ number, doubt }) => [number, doubt]),
  );

describe("a judge's opinion of review items", () => {
  it("is asked for in both orders and kept as the chance that the chosen one is better", async () => {
    const db = openItems();
    const asked: string[] = [];
    // Prefers whatever stands first, and a little more when that is one certain text.
    const { deps, held } = openDesk(
      db,
      judgeOf(({ messages }) => {
        asked.push(messages[0]?.content ?? "");
        return asked.length % 2 === 1 ? [0.9, 0.1] : [0.6, 0.4];
      }),
    );
    expect(await judgeSome(deps, never)).toBe(16);
    expect(asked).toHaveLength(32);
    const [first] = asked;
    expect(first).toContain("Solution A:");
    const kept = db.select().from(reviewSuggestions).all();
    expect(kept).toHaveLength(16);
    for (const { score, error } of kept) {
      expect(error).toBeNull();
      expect(score).toBeCloseTo((0.9 + 0.4) / 2, 9);
    }
    expect(held()).toBe(0);
    expect(await judgeSome(deps, never)).toBe(4);
    expect(await judgeSome(deps, never)).toBe(0);
  });

  it("raises the doubt of items that it would turn round", async () => {
    const db = openItems();
    const before = doubtsOf(db);
    const byItem = new Map<string, number>();
    // The chosen chain is A in every first question; this judge always holds that it is the worse.
    const { deps } = openDesk(
      db,
      judgeOf(({ messages }) => {
        const [, a = "", b = ""] = /Solution A:\n([\s\S]*?)\n\nSolution B:\n([\s\S]*?)\n\nWhich/.exec(
          messages[0]?.content ?? "",
        ) ?? [""];
        const turned = byItem.has(`${b}/${a}`);
        byItem.set(`${a}/${b}`, 1);
        return turned ? [0.95, 0.05] : [0.05, 0.95];
      }),
    );
    await judgeSome(deps, never);
    const kept = db.select().from(reviewSuggestions).all();
    const after = doubtsOf(db);
    for (const { itemNumber, score } of kept) {
      expect(score).toBeCloseTo(0.05, 9);
      expect(after.get(itemNumber)).toBeGreaterThanOrEqual(0.95 - 1e-9);
    }
    expect([...before.values()].some((doubt) => doubt < 0.5)).toBe(true);
  });

  it("keeps what went wrong with one item, and asks for it no more", async () => {
    const db = openItems();
    const { deps } = openDesk(
      db,
      judgeOf(() => {
        throw new EngineError("context-too-long", "Too long for this model.");
      }),
    );
    expect(await judgeSome(deps, never)).toBe(16);
    for (const kept of db.select().from(reviewSuggestions).all())
      expect(kept).toMatchObject({ score: null, error: "Too long for this model." });
    expect(await judgeSome(deps, never)).toBe(4);
  });

  it("keeps nothing where the judge is down", async () => {
    const db = openItems();
    const { deps, held } = openDesk(
      db,
      judgeOf(() => {
        throw new EngineError("unreachable", "Nothing answers.");
      }),
    );
    await expect(judgeSome(deps, never)).rejects.toThrow("Nothing answers.");
    expect(db.select().from(reviewSuggestions).all()).toEqual([]);
    expect(held()).toBe(0);
  });
});
