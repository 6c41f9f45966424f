import { expect, test } from "vitest";
import { operationSignature, signatureDistance } from "./operation-signature";

const signature = (text: string) => operationSignature(text);

test("reads the operations of plain text and of LaTeX alike", () => {
  expect(signature("So 3 + 4 = 7 and 7 \\times 2 = 14, then $1,000 ÷ 8 = $125.")).toEqual({
    operations: ["+7", "*14", "/125"],
    numbers: new Set(["7", "14", "125"]),
  });
});

test.each([
  { why: "a result that opens the next sum", text: "3 * 10 = 30 + 12 = 42", operations: ["*30", "+42"] },
  { why: "fractions", text: "so \\frac{12}{4} = 3 and \\dfrac{9}{2}=4.5", operations: ["/3", "/4.5"] },
  { why: "powers and negative results", text: "2^3 = 8, then 3 - 8 = -5", operations: ["^8", "--5"] },
  { why: "rounding", text: "10 / 3 = 3.33333", operations: ["/3.333"] },
  { why: "money", text: "$5 \\times $3 = $15", operations: ["*15"] },
  { why: "no sums", text: "x = 3 and 7 is odd", operations: [] },
])("reads $why", ({ text, operations }) => {
  expect(signature(text).operations).toEqual(operations);
});

test.each([
  { a: "3 + 4 = 7", b: "4 + 3 = 7", distance: 0 },
  { a: "3 + 4 = 7", b: "2 * 5 = 10", distance: 1 },
  { a: "no sums", b: "none here", distance: 0 },
  { a: "1 + 1 = 2. 2 * 3 = 6", b: "1 + 1 = 2. 6 - 1 = 5", distance: (1 / 2 + 2 / 3) / 2 },
])("'$a' and '$b' compute $distance apart", ({ a, b, distance }) => {
  expect(signatureDistance(signature(a), signature(b))).toBeCloseTo(distance);
});
