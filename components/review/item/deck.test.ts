import { describe, expect, it } from "vitest";
import type { NextAnswer } from "@/server/review/queue-view.schema";
import { Deck } from "./deck";
import { LeaseKeeper } from "./lease-keeper";
import { someItem } from "./testing/some-item";

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A deck over items 1 to `count`, that notes what it was told to leave out and how many questions run at once. */
function openDeck(count: number, depth = 2) {
  const excepted: (readonly number[])[] = [];
  const running = { now: 0, most: 0 };
  const deck = new Deck({
    depth,
    except: () => [99],
    ask: async (except): Promise<NextAnswer> => {
      excepted.push(except);
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await Promise.resolve();
      running.now -= 1;
      const number = excepted.length;
      return number > count ? { none: "All items are decided." } : { item: someItem({ number }) };
    },
  });
  return { deck, excepted, running };
}

describe("items at hand", () => {
  it("are as many as wanted, asked for one at a time, none twice", async () => {
    const { deck, excepted, running } = openDeck(9);
    deck.fill();
    deck.fill();
    await settled();
    expect(deck.snapshot().ready.map(({ number }) => number)).toEqual([1, 2]);
    expect([excepted, running.most]).toEqual([[[99], [99, 1]], 1]);
    expect(deck.take()?.number).toBe(1);
    await settled();
    expect(deck.snapshot().ready.map(({ number }) => number)).toEqual([2, 3]);
    expect(excepted.at(-1)).toEqual([99, 2]);
  });

  it("end with the server's reason", async () => {
    const { deck } = openDeck(1);
    deck.fill();
    await settled();
    expect(deck.snapshot()).toMatchObject({
      none: "All items are decided.",
      asking: false,
      ready: [{ number: 1 }],
    });
    expect([deck.take()?.number, deck.take()]).toEqual([1, null]);
  });

  it("say what went wrong, and can be asked for again", async () => {
    let answers = 0;
    const deck = new Deck({
      depth: 1,
      except: () => [],
      ask: async () => {
        await Promise.resolve();
        answers += 1;
        if (answers === 1) throw new Error("no network");
        return { item: someItem({ number: 4 }) };
      },
    });
    deck.fill();
    await settled();
    expect(deck.snapshot()).toMatchObject({ asking: false, error: { message: "no network" }, ready: [] });
    deck.fill();
    await settled();
    expect(deck.snapshot()).toMatchObject({ error: null, ready: [{ number: 4 }] });
  });
});

const lease = (id: string, expiresAt = 1) => ({ id, expiresAt });

describe("leases", () => {
  it("are renewed, and lost ones are told", () => {
    const keeper = new LeaseKeeper();
    let told = 0;
    keeper.subscribe(() => {
      told += 1;
    });
    keeper.hold(1, lease("a"));
    keeper.hold(2, lease("b"));
    keeper.renewed({ leases: [lease("a", 9)], lost: ["b"] });
    expect([keeper.leaseOf(1), keeper.leaseOf(2), [...keeper.lost()], told]).toEqual([
      lease("a", 9),
      null,
      [2],
      1,
    ]);
    keeper.hold(2, lease("c"));
    expect([...keeper.lost()]).toEqual([]);
  });

  it("an item left takes its lease along", () => {
    const keeper = new LeaseKeeper();
    keeper.hold(1, lease("a"));
    expect([keeper.drop(1), keeper.drop(1), keeper.ids(), keeper.numbers()]).toEqual([
      lease("a"),
      null,
      [],
      [],
    ]);
  });
});
