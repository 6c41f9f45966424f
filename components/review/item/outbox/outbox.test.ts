import { describe, expect, it } from "vitest";
import { decideSchema } from "@/server/review/review.schema";
import type { Entry, NewEntry } from "./entry";
import { Outbox, type Answer } from "./outbox";
import { entryStorage, type KeyStore } from "./storage";

function memoryStore(): KeyStore {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
    removeItem: (key) => {
      values.delete(key);
    },
    key: (index) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

function decide(n: number): NewEntry {
  const input = decideSchema.parse({ actId: idOf(n), campaignId: "camp", number: n, choice: "accept" });
  return { kind: "decide", input, label: `accept on item ${n}`, number: n, campaignId: "camp" };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** An outbox whose server answers as `answers` say, then delivers; waiting happens when the test says so. */
function open(store: KeyStore, answers: Answer<null>[] = []) {
  const sent: number[] = [];
  const told: string[] = [];
  const timers: { readonly after: number; readonly action: () => void }[] = [];
  const outbox = new Outbox<null>({
    storage: entryStorage(store, "ana"),
    send: async (entry: Entry) => {
      await Promise.resolve();
      sent.push(entry.number ?? 0);
      return answers.shift() ?? { kind: "delivered", seq: sent.length, receipt: null };
    },
    now: () => 1_000,
    later: (after, action) => {
      timers.push({ after, action });
      return () => undefined;
    },
    onAnswer: (entry, { kind }) => told.push(`${entry.number}: ${kind}`),
    exclusively: (work) => work(),
  });
  return { outbox, sent, told, timers };
}

const CUT = { kind: "cut", why: "network" } as const;

describe("sending what people did", () => {
  it("sends in order and keeps nothing", async () => {
    const store = memoryStore();
    const { outbox, sent, told } = open(store);
    outbox.add(decide(1));
    outbox.add(decide(2));
    await settled();
    expect([sent, told, outbox.snapshot().entries, store.length]).toEqual([
      [1, 2],
      ["1: delivered", "2: delivered"],
      [],
      0,
    ]);
  });

  it("waits longer after each cut, and begins anew once something went through", async () => {
    const { outbox, sent, timers } = open(memoryStore(), [CUT, CUT, CUT]);
    outbox.add(decide(1));
    await settled();
    expect(outbox.snapshot()).toMatchObject({ cut: "network", entries: [{ number: 1 }] });
    for (const at of [0, 1, 2]) {
      timers[at]?.action();
      await settled();
    }
    expect(timers.map(({ after }) => after)).toEqual([1_000, 2_000, 4_000]);
    expect(sent).toEqual([1, 1, 1, 1]);
    expect(outbox.snapshot()).toEqual({ cut: null, entries: [] });
  });

  it("keeps acts over a reload, for the same person only", async () => {
    const store = memoryStore();
    const first = open(store, [CUT]);
    first.outbox.add(decide(1));
    first.outbox.add(decide(2));
    await settled();
    expect(entryStorage(store, "ben").read()).toEqual([]);
    const second = open(store);
    second.outbox.flush();
    await settled();
    expect([second.sent, store.length]).toEqual([[1, 2], 0]);
  });

  it("a tab does not write over what another has added", async () => {
    const store = memoryStore();
    const one = open(store, [CUT]);
    const other = open(store, [CUT]);
    one.outbox.add(decide(1));
    other.outbox.add(decide(2));
    await settled();
    expect(entryStorage(store, "ana").read()).toMatchObject([{ number: 1 }, { number: 2 }]);
    one.outbox.flush();
    await settled();
    expect(one.sent).toEqual([1, 1, 2]);
  });

  it("shows what was refused and sends the rest", async () => {
    const refusal = { message: "The item is full.", fix: "Go on." };
    const { outbox, sent, told } = open(memoryStore(), [{ kind: "refused", refusal }]);
    outbox.add(decide(1));
    outbox.add(decide(2));
    await settled();
    expect([sent, told]).toEqual([
      [1, 2],
      ["1: refused", "2: delivered"],
    ]);
    expect(outbox.snapshot().entries).toMatchObject([{ number: 1, refusal }]);
    outbox.discard(idOf(1));
    expect(outbox.snapshot().entries).toEqual([]);
  });

  it("keeps acts in memory where the browser has no room for them", async () => {
    const full: KeyStore = {
      ...memoryStore(),
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    const { outbox, sent } = open(full, [CUT]);
    outbox.add(decide(1));
    await settled();
    outbox.add(decide(2));
    await settled();
    expect([sent, outbox.snapshot().entries]).toEqual([[1, 1, 2], []]);
  });

  it("leaves what it cannot read where it is", () => {
    const store = memoryStore();
    store.setItem("sphere.outbox.ana.x", "{");
    store.setItem("sphere.outbox.ana.y", JSON.stringify({ kind: "dance" }));
    expect(open(store).outbox.snapshot().entries).toEqual([]);
    expect(store.length).toBe(2);
  });
});
