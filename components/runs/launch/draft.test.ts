import { describe, expect, it } from "vitest";
import { launchRunSchema } from "@/server/runs/runs.schema";
import { keepDraft, readDraft } from "./draft";

function memory() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      items.set(key, value);
    },
    items,
  };
}

const values = launchRunSchema.parse({
  name: "Mine",
  policyModelId: "p",
  problemSetId: "s",
  problemCount: 7,
});

describe("draft of a launch", () => {
  it("comes back for its dry run and for no other", () => {
    const store = memory();
    keepDraft(store, "run_a", values);
    expect(readDraft(store, "run_a")).toEqual(values);
    expect(readDraft(store, "run_b")).toBeNull();
  });

  it.each(["", "null", "[]", "{", '{"dryRunId":"run_a"}', '{"dryRunId":"run_a","values":{"seed":-1}}'])(
    "is none where the store holds %s",
    (text) => {
      const store = memory();
      keepDraft(store, "run_a", values);
      for (const key of store.items.keys()) store.items.set(key, text);
      expect(readDraft(store, "run_a")).toBeNull();
    },
  );
});
