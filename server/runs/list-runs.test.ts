import { beforeEach, describe, expect, it } from "vitest";
import { openRuns } from "./testing/open-runs";
import type { ListRuns, RunSort } from "./steering.schema";

let open: ReturnType<typeof openRuns>;
beforeEach(() => {
  open = openRuns();
});

const names = async (input: Partial<ListRuns>): Promise<string[]> =>
  (await open.runs.list(input)).items.map(({ name }) => name);

async function allPages(input: Partial<ListRuns>): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof open.runs.list>> = await open.runs.list({
      ...input,
      limit: 2,
      cursor,
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return seen;
}

describe("runs.list", () => {
  it.each<RunSort>(["newest", "oldest", "name", "tokens", "pairs"])(
    "pages by %s through every run once, also where the values are equal",
    async (sort) => {
      for (let made = 0; made < 7; made++) {
        const id = await open.launch({ name: made < 5 ? "Same" : "Other" });
        open.change(id, { createdAt: made < 4 ? 500 : 600, generatedTokens: made % 2, pairCount: 1 });
      }
      const seen = await allPages({ sort });
      const { items, total } = await open.runs.list({ sort });
      expect(seen).toEqual(items.map(({ id }) => id));
      expect(new Set(seen).size).toBe(7);
      expect(total).toBe(7);
    },
  );

  it("sorts by what it is asked for", async () => {
    const [a, b] = [await open.launch({ name: "a" }), await open.launch({ name: "b" })];
    open.change(a, { generatedTokens: 10, pairCount: 1 });
    open.change(b, { generatedTokens: 5, pairCount: 2 });
    expect(await names({})).toEqual(["b", "a"]);
    expect(await names({ sort: "oldest" })).toEqual(["a", "b"]);
    expect(await names({ sort: "tokens" })).toEqual(["a", "b"]);
    expect(await names({ sort: "pairs" })).toEqual(["b", "a"]);
  });

  it("filters by status, kind, model, set and text", async () => {
    const first = await open.launch({ name: "Alpha 100%" });
    await open.launch({ name: "Beta", kind: "iid-pairs", smallModelId: null });
    open.change(first, { status: "finished" });
    expect(await names({ status: ["finished"] })).toEqual(["Alpha 100%"]);
    expect(await names({ kind: ["iid-pairs"] })).toEqual(["Beta"]);
    expect(await names({ modelId: open.seeded.smallId })).toEqual(["Alpha 100%"]);
    expect(await names({ problemSetId: "none" })).toEqual([]);
    expect(await names({ text: "ALPHA" })).toEqual(["Alpha 100%"]);
    expect(await names({ text: "%" })).toEqual(["Alpha 100%"]);
    expect(await names({ text: first.slice(4) })).toEqual(["Alpha 100%"]);
    expect(await open.runs.list({ text: "a", status: ["queued"] })).toMatchObject({ total: 1 });
  });

  it("refuses a cursor that it did not give", async () => {
    await expect(open.runs.list({ cursor: "nonsense" })).rejects.toMatchObject({
      cause: { field: "cursor" },
    });
  });
});
