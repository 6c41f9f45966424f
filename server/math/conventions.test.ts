import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareAnswers } from "./compare/compare-answers";

const ROW =
  /^\|\s*(?<convention>.+?)\s*\| `(?<reference>.+?)`\s*\| `(?<candidate>.+?)`\s*\| (?<verdict>equal|not equal|undecided)\s*\|$/;

const README = readFileSync(new URL("README.md", import.meta.url), "utf8");
const rows = README.split("\n").flatMap((line) => {
  const found = ROW.exec(line)?.groups;
  return found === undefined
    ? []
    : [
        {
          ...found,
          verdict: found["verdict"] ?? "",
          reference: found["reference"] ?? "",
          candidate: found["candidate"] ?? "",
        },
      ];
});

const VERDICTS = new Map<boolean | "undecided", string>([
  [true, "equal"],
  [false, "not equal"],
  ["undecided", "undecided"],
]);

describe("the conventions of the README", () => {
  it("are all read", () => {
    expect(rows.length).toBe(README.split("\n").filter((line) => line.startsWith("| ")).length - 2);
  });

  it.each(rows)("$convention: $reference, $candidate", ({ reference, candidate, verdict }) => {
    expect(VERDICTS.get(compareAnswers(reference, candidate).equal)).toBe(verdict);
  });
});
