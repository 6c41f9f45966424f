import pino from "pino";
import { describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { chains, treeNodes } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { readEnv } from "@/server/foundation/env";
import { TEST_ADMIN } from "@/server/accounts/testing/actors";
import { createCallerFactory } from "@/server/trpc/init";
import { runsRouter } from "@/server/trpc/routers/runs";
import { insertTree } from "./testing/insert-tree";
import { seedForRuns } from "./testing/seed";
import type { UnpackedTree } from "./tree.service";

function openTree(options: { readonly nodes: number; readonly log?: boolean }) {
  const { db } = openTestDatabase();
  const seeded = seedForRuns(db, { problems: 2 });
  const clock = { now: () => 1_000, sleep: () => Promise.resolve() };
  const ctx = {
    db,
    clock,
    env: readEnv({ NODE_ENV: "test" }),
    logger: pino({ level: "silent" }),
    actor: TEST_ADMIN,
  };
  const inserted = insertTree(db, { seeded, problemId: "problem_0", ...options });
  const key = { runId: inserted.runId, problemId: inserted.problemId };
  const runs = createCallerFactory(runsRouter)(ctx);
  const read = async (): Promise<UnpackedTree> => {
    const tree: UnpackedTree = JSON.parse((await runs.tree(key)).packed);
    return tree;
  };
  return { db, runs, key, read, ...inserted };
}

describe("the tree of a problem", () => {
  it("comes as columns with nodes named by place, and tells whose it is", async () => {
    const { runs, key, read, grown } = openTree({ nodes: 120 });
    expect((await runs.tree(key)).place).toMatchObject({ externalId: "0", status: "done", bucket: "mixed" });
    const tree = await read();
    expect(tree.id).toEqual(grown.nodes.map(({ id }) => id));
    expect(tree.parent[0]).toBe(-1);
    for (const [place, node] of grown.nodes.entries()) {
      expect(tree.parent[place]).toBe(node.parent === null ? -1 : grown.nodes.indexOf(node.parent));
      expect(tree).toMatchObject({ visits: { [place]: node.visits }, wins: { [place]: node.wins } });
    }
    expect(tree.pruned.filter((reason) => reason !== null).length).toBeGreaterThan(0);
    expect(tree.chains.map(({ end }) => tree.chain[end])).toEqual(tree.chains.map((_, index) => index));
  });

  it("tells how it grew, so that its counts can be replayed", async () => {
    const { read, grown } = openTree({ nodes: 80 });
    const { growth, id } = await read();
    expect(growth).toHaveLength(grown.growth.length);
    for (const [at, step] of grown.growth.entries()) {
      const move = growth?.[at];
      expect(move?.added.map((place) => id[place])).toEqual(step.added);
      expect(move?.right.length).toBe(step.counted.filter(({ right }) => right).length);
      expect(move?.best ?? -1).toBe(step.best === null ? -1 : id.indexOf(step.best));
    }
  });

  it("has no growth where the run kept no log", async () => {
    expect((await openTree({ nodes: 40, log: false }).read()).growth).toBeNull();
  });

  it("cuts very long steps, which the node itself has in full", async () => {
    const { db, runs, key, read, grown } = openTree({ nodes: 20 });
    const nodeId = grown.nodes[1]?.id ?? "";
    const step = "x".repeat(5_000);
    db.update(treeNodes).set({ step }).where(eq(treeNodes.id, nodeId)).run();
    expect((await read()).step[1]).toHaveLength(1_000);
    expect((await runs.treeNode({ ...key, nodeId })).node.step).toBe(step);
  });

  it("finds where a chain ends whose text the tree already had", async () => {
    const { db, read, chainId } = openTree({ nodes: 30 });
    const first = db
      .select()
      .from(chains)
      .where(eq(chains.id, chainId(0)))
      .get();
    if (first === undefined) throw new Error("The tree has no chain.");
    const steps = first.steps.map((step) => ` ${step.replace(/^Step \d+: /, "")} `);
    db.insert(chains)
      .values([
        { ...first, id: "chain_same", steps, position: 900 },
        { ...first, id: "chain_elsewhere", steps: ["Another way."], position: 901 },
      ])
      .run();
    const { chains: listed } = await read();
    const end = listed[0]?.end;
    expect(listed.find(({ id }) => id === "chain_same")?.end).toBe(end);
    expect(listed.find(({ id }) => id === "chain_elsewhere")?.end).toBe(-1);
  });

  it("is empty before the first stage is stored", async () => {
    const { db, read } = openTree({ nodes: 10 });
    db.delete(treeNodes).run();
    expect((await read()).id).toEqual([]);
  });

  it("says which problem is not there", async () => {
    const { runs, key } = openTree({ nodes: 10 });
    await expect(runs.tree({ ...key, problemId: "problem_1" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "The run has no such problem.",
    });
  });
});

describe("one node of a tree", () => {
  it("tells the chains through it, those that end there first found by their end", async () => {
    const { runs, key, grown, chainId } = openTree({ nodes: 120 });
    for (const node of grown.nodes.slice(0, 40)) {
      const { chains: through } = await runs.treeNode({ ...key, nodeId: node.id });
      const expected = grown.chains.flatMap(({ end }, at) => {
        for (let place: typeof end | null = end; place !== null; place = place.parent)
          if (place === node) return [chainId(at)];
        return [];
      });
      expect(through.items.map(({ id }) => id)).toEqual(expected);
      const own = node.chain === null ? [] : [chainId(node.chain)];
      expect(through.items.filter(({ endsHere }) => endsHere).map(({ id }) => id)).toEqual(own);
    }
  });

  it("tells the sample that wrote it, with prompt and raw text", async () => {
    const { runs, key, grown } = openTree({ nodes: 60 });
    const node = grown.nodes.at(-1);
    const { source } = await runs.treeNode({ ...key, nodeId: node?.id ?? "" });
    expect(source).toMatchObject({
      sampleIndex: node?.sample,
      modelName: "Scripted policy",
      messages: [{ role: "user", content: "Solve it step by step." }],
      sample: { text: `Raw text of sample ${node?.sample}.` },
    });
  });

  it("of a run that did not store it, tells the first chain through the step", async () => {
    const { runs, key, grown } = openTree({ nodes: 60, log: false });
    const node = grown.chains[0]?.end;
    const detail = await runs.treeNode({ ...key, nodeId: node?.id ?? "" });
    expect(detail.node.callId).toBeNull();
    expect(detail.source).toMatchObject({ purpose: "solve", sampleIndex: 0 });
  });

  it("tells pairs and corrections of the chains through it, and where a pair parts", async () => {
    const { runs, key, grown } = openTree({ nodes: 120 });
    const root = await runs.treeNode({ ...key, nodeId: grown.nodes[0]?.id ?? "" });
    expect(root.source).toBeNull();
    expect(root.pairs.total).toBeGreaterThan(0);
    expect(root.pairs.items.every(({ partsHere }) => partsHere)).toBe(true);
    expect(root.corrections).toMatchObject({ total: 1, items: [{ accepted: true, claimedStep: 1 }] });
    const [pair] = root.pairs.items;
    const chosen = grown.chains.findIndex((_, at) => root.chains.items[at]?.id === pair?.chosenChainId);
    const below = await runs.treeNode({ ...key, nodeId: grown.chains[chosen]?.end.id ?? "" });
    expect(below.pairs.items.find(({ id }) => id === pair?.id)).toMatchObject({
      partsHere: false,
      chosenThrough: true,
      rejectedThrough: false,
    });
  });

  it("says which node is not there, and does not tell of another problem's", async () => {
    const { runs, key, grown } = openTree({ nodes: 10 });
    const nodeId = grown.nodes[1]?.id ?? "";
    await expect(runs.treeNode({ ...key, nodeId: "node_none" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(runs.treeNode({ ...key, problemId: "problem_1", nodeId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
