import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openTestDatabase } from "@/db/testing";
import { textQuery } from "./text-query";

const { db } = openTestDatabase();
const TEXTS = [
  "Ann buys three apples, then $x^2 = 16$.",
  "Déjà vu: near the NEAR station AND or not",
  "The triangle has an angle of 30 degrees",
];
for (const [at, body] of TEXTS.entries()) {
  db.run(sql`insert into review_text (rowid, body) values (${at + 1}, ${body})`);
}

function found(typed: string): number[] | null {
  const query = textQuery(typed);
  if (query === null) return null;
  if (query === "") return [];
  return db
    .all<{ rowid: number }>(
      sql`select rowid from review_text where review_text match ${query} order by rowid`,
    )
    .map(({ rowid }) => rowid);
}

test.each<[string, number[] | null]>([
  ["", null],
  ["   ", null],
  ["apples", [1]],
  ["APP", [1]],
  ["app triangle", []],
  ["angle degr", [3]],
  ["degr angle", []],
  ["a", []],
  ["x^2 = 16", [1]],
  ["deja", [2]],
  ["NEAR", [2]],
  ["near AND not", [2]],
  ["NOT apples", []],
  ['"', []],
  ["*", []],
  ["NEAR(", [2]],
  ["NEAR(near station, 2)", []],
  ["🙂", []],
  ["🙂 apples 🙂", [1]],
  ['three" OR "triangle', []],
  ["body:apples", []],
  ["^Ann", [1]],
  ["-apples", [1]],
  ["apples;drop table review_items", []],
  ["\u0000apples\u0000", [1]],
  ["(((", []],
  ["{a b}: c", []],
])("%j finds %j", (typed, expected) => {
  expect(found(typed)).toEqual(expected);
});

test("nothing that can be typed is an error", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '"',
          "*",
          "NEAR(",
          ")",
          "AND",
          "OR",
          "NOT",
          "^",
          ":",
          "+",
          "-",
          "{",
          "}",
          "a",
          " ",
          "\u200f",
        ),
      )
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(hostile, (typed) => {
      expect(found(typed) ?? []).toEqual(expect.any(Array));
    }),
    { numRuns: 500 },
  );
});
