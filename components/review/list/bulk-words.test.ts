import { expect, it } from "vitest";
import { previewWords } from "./bulk-words";

const nothing = { found: 0, change: 0, same: 0, leased: 0, full: 0 };

it.each([
  [
    { found: 1296, change: 1284, leased: 12 },
    "This will change 1,284 items.",
    ["12 are held by others and left out."],
  ],
  [{ found: 1, change: 1 }, "This will change 1 item.", []],
  [
    { found: 4, same: 2, full: 1, leased: 1 },
    "This would change nothing.",
    [
      "2 you decided so already.",
      "1 is held by others and left out.",
      "1 is decided by enough people or settled, and left out.",
    ],
  ],
  [{}, "None of these items is in the campaign.", []],
])("a preview of %o says: %s", (preview, main, leftOut) => {
  expect(previewWords({ ...nothing, ...preview })).toEqual({ main, leftOut });
});
