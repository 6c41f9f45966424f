import { expect, it } from "vitest";
import { retryAfterMs } from "./retry-after";

const now = Date.parse("2026-11-24T09:00:00Z");

it.each([
  ["7", 7_000],
  [" 0 ", 0],
  ["Tue, 24 Nov 2026 09:00:30 GMT", 30_000],
  ["Tue, 24 Nov 2026 08:00:00 GMT", 0],
  ["soon", undefined],
  ["-5", undefined],
  ["", undefined],
  [null, undefined],
])("reads %j as %j", (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});
