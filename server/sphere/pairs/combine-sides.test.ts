import { expect, test } from "vitest";
import { combineSides } from "./combine-sides";

test.each([
  { better: "abc", worse: "xyz", combined: ["ax", "ay", "bx", "by"] },
  { better: "a", worse: "vwxyz", combined: ["av", "aw", "ax", "ay"] },
  { better: "abcde", worse: "x", combined: ["ax", "bx", "cx", "dx"] },
  { better: "a", worse: "x", combined: ["ax"] },
  { better: "ab", worse: "", combined: [] },
])("'$better' with '$worse'", ({ better, worse, combined }) => {
  expect(combineSides(better.split(""), worse.split("")).map((pair) => pair.join(""))).toEqual(combined);
});
