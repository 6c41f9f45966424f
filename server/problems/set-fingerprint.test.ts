import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createCallerFactory } from "@/server/trpc/init";
import { problemsRouter } from "@/server/trpc/routers/problems";
import { itemsSha256, setFingerprint } from "./set-fingerprint";
import { problemsWorkplace, someProblems } from "./testing/problems-workplace";

const workplace = () => problemsWorkplace(createCallerFactory(problemsRouter));
const item = { externalId: "a", statement: "What is 1 + 1?", answer: "2" };

describe("the fingerprint of a set", () => {
  it("is what any tool makes of the same lines", () => {
    const lines = '["a","What is 1 + 1?","2"]\n["b","Und ½?","x"]\n';
    const items = [item, { externalId: "b", statement: "Und ½?", answer: "x" }];
    expect(itemsSha256(items)).toBe(createHash("sha256").update(lines).digest("hex"));
  });

  it.each([
    ["id", { ...item, externalId: "b" }],
    ["statement", { ...item, statement: "What is 1 + 2?" }],
    ["answer", { ...item, answer: "3" }],
  ])("hangs on the %s", (_, other) => {
    expect(itemsSha256([other])).not.toBe(itemsSha256([item]));
  });

  it("hangs on the order", () => {
    const other = { ...item, externalId: "b" };
    expect(itemsSha256([item, other])).not.toBe(itemsSha256([other, item]));
  });

  it("is made anew by an import that adds, and only by one", async () => {
    using place = workplace();
    const add = async (count: number) => {
      const path = place.file("mine.jsonl", someProblems(count));
      const { setId } = await place.caller.importFile({ from: "path", path, kind: "benchmark" });
      return { setId, sha256: (await place.caller.sets.get({ setId })).itemsSha256 };
    };
    const first = await add(3);
    expect(first.sha256).toBe(
      itemsSha256(
        someProblems(3).map(({ id, problem, answer }) => ({ externalId: id, statement: problem, answer })),
      ),
    );
    expect(await add(3)).toEqual(first);
    const longer = await add(4);
    expect(longer.sha256).not.toBe(first.sha256);
    expect(setFingerprint(place.ctx.db, first.setId)).toBe(longer.sha256);
  });
});
