import { expect, it } from "vitest";
import { format } from "../exact/rational";
import { lexNumber } from "./lex-number";

it.each([
  ["1,234,567", "1234567", 9],
  ["10{,}000x", "10000", 8],
  ["10,\\!080", "10080", 8],
  ["1 000 km", "1000", 5],
  ["12,34", "12", 2],
  ["2500,750", "2500", 4],
  [".5", "1/2", 2],
  ["0.\\overline{3}", "1/3", 14],
  ["0.1\\overline{6}", "1/6", 15],
  ["0.333...", "1/3", 8],
  ["0.(3)", "1/3", 5],
  ["1.5e3", "1500", 5],
  ["2e", "2", 1],
  ["2 100/3", "2", 1],
])("reads %j as %s in %i characters", (text, value, end) => {
  const lexed = lexNumber(text, 0, "groups");
  expect(lexed === null ? null : [format(lexed.literal.value), lexed.end]).toEqual([value, end]);
});

it("leaves commas apart where they separate", () => {
  expect(lexNumber("312,123", 0, "separates")?.end).toBe(3);
});
