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
  { a: "3 + 4 = 7", b: "4 + 3 = 7", distance: 0 },
  { a: "3 + 4 = 7", b: "2 * 5 = 10", distance: 1 },
  { a: "no sums", b: "none here", distance: 0 },
  { a: "1 + 1 = 2. 2 * 3 = 6", b: "1 + 1 = 2. 6 - 1 = 5", distance: (1 / 2 + 2 / 3) / 2 },
])("'$a' and '$b' compute $distance apart", ({ a, b, distance }) => {
  expect(signatureDistance(signature(a), signature(b))).toBeCloseTo(distance);
});
