import { describe, expect, it } from "vitest";
import { memoised } from "./lru";

describe("memoised", () => {
  it("computes each key once and forgets the one used longest ago", () => {
    const computed: string[] = [];
    const upper = memoised((key) => {
      computed.push(key);
      return key.toUpperCase();
    }, 2);
    expect([upper("a"), upper("b"), upper("a"), upper("c"), upper("a"), upper("b")]).toEqual([
      "A",
      "B",
      "A",
      "C",
      "A",
      "B",
    ]);
    expect(computed).toEqual(["a", "b", "c", "b"]);
  });
});
