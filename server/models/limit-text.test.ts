import { describe, expect, it } from "vitest";
import { limitText } from "./limit-text";

const sampling = { temperature: 0.8, topP: 1, maxTokens: 10, stop: ["\nStep 3"] };

describe("limitText", () => {
  it("ends before the first stop text", () => {
    expect(limitText("Step 2: 4\nStep 3: 5", sampling)).toMatchObject({
      text: "Step 2: 4",
      finish: "stop-text",
    });
  });
  it("ends at the token limit", () => {
    const limited = limitText("one two three four five six seven eight nine ten", sampling);
    expect(limited).toMatchObject({ tokens: 10, finish: "length" });
  });
  it("never passes a lone surrogate on", () => {
    expect(limitText("a\uD83Db", sampling).text).toBe("a\uFFFDb");
    expect(limitText("ab\u{1F600}", sampling).text).toBe("ab\u{1F600}");
  });
  it("names a loop", () => {
    expect(limitText("(".repeat(10_000), { ...sampling, maxTokens: 1000 }).finish).toBe("runaway");
  });
});
