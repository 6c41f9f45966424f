import { expect, it } from "vitest";
import { parseSeen } from "./seen-notices";

it.each([
  [null, { read: null, told: 0 }],
  ["", { read: null, told: 0 }],
  ["{", { read: null, told: 0 }],
  ['{"read":"7","told":0}', { read: null, told: 0 }],
  ['{"read":7}', { read: null, told: 0 }],
  ['{"read":7,"told":9}', { read: 7, told: 9 }],
  ['{"read":null,"told":0}', { read: null, told: 0 }],
])("the stored %s is read as %o", (stored, seen) => {
  expect(parseSeen(stored)).toEqual(seen);
});
