import { describe, expect, it } from "vitest";
import { tidyLines } from "./tidy-lines";

describe("line breaks", () => {
  const none = { afterBlock: false, beforeBlock: false };
  it.each([
    ["a\nb", none, "a\nb"],
    ["a\n\n\n \n\nb", none, "a\n\nb"],
    ["\n\nso", { ...none, afterBlock: true }, "so"],
    [", so", { ...none, afterBlock: true }, ", so"],
    ["we get\n\n", { ...none, beforeBlock: true }, "we get"],
    ["\n \n", { afterBlock: true, beforeBlock: true }, ""],
  ])("%j with %j is %j", (text, neighbours, expected) => {
    expect(tidyLines(text, neighbours)).toBe(expected);
  });
});
