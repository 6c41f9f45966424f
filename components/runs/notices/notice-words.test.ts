import { describe, expect, it } from "vitest";
import { noticeDetail, noticeTitle, titleWith } from "./notice-words";

const notice = {
  kind: "run-finished",
  runName: "First look",
  message: "All problems are done.",
  pairCount: 10,
};

describe("words of a notice", () => {
  it.each([
    [notice, "First look has finished", "It made 10 pairs."],
    [{ ...notice, pairCount: 0 }, "First look has finished", "All problems are done."],
    [
      { ...notice, kind: "run-paused", message: "The run is paused. The token budget of 1000 is spent." },
      "First look is paused",
      "The token budget of 1000 is spent.",
    ],
  ])("%o", (facts, title, detail) => {
    expect([noticeTitle(facts), noticeDetail(facts)]).toEqual([title, detail]);
  });

  it.each([
    [0, "Runs", "Runs"],
    [2, "Runs", "(2) Runs"],
    [3, "(2) Runs", "(3) Runs"],
    [0, "(2) Runs", "Runs"],
  ])("%d unread in the title %s: %s", (unread, before, after) => {
    expect(titleWith(unread, before)).toBe(after);
  });
});
