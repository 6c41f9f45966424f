import { describe, expect, it } from "vitest";
import { choiceOf, suggestedChoice } from "./choices";
import { draftOf, toggleReason } from "./draft";
import { countSteps, rowsOf, shownSteps } from "./item-steps";
import { Stopwatch } from "./stopwatch";
import { someItem } from "./testing/some-item";

describe("an item's draft", () => {
  it("begins empty, or with the person's decision", () => {
    expect(draftOf(someItem())).toEqual({
      firstWrong: { left: null, right: null },
      reasons: [],
      note: "",
      versions: { left: null, right: null },
    });
    const mine = {
      decisionSeq: 1,
      actSeq: 1,
      verdict: "reject",
      firstWrong: { left: null, right: 2 },
      reasons: ["incomplete"],
      note: "breaks off",
      versions: { left: null, right: "v" },
      adjudication: false,
      by: null,
      at: 0,
    } as const;
    expect(draftOf(someItem({ mine }))).toEqual({
      firstWrong: mine.firstWrong,
      reasons: mine.reasons,
      note: mine.note,
      versions: mine.versions,
    });
  });

  it("takes reasons in and out", () => {
    const once = toggleReason(draftOf(someItem()), "incomplete");
    expect([once.reasons, toggleReason(once, "incomplete").reasons]).toEqual([["incomplete"], []]);
  });

  it("shows an edited version in the place of the chain", () => {
    const version = {
      id: "v",
      side: "right",
      steps: ["Step 1: it is 2.", "Step 2: done."],
      text: "",
      verdict: "correct",
      extracted: "2",
      rule: "",
      by: null,
      mine: true,
      at: 0,
    } as const;
    const view = someItem({ shared: ["Given."], versions: [version] });
    const draft = { ...draftOf(view), versions: { left: null, right: "v" } };
    expect(shownSteps(view, draft).right).toEqual(version.steps);
    expect([countSteps(view, draft, "left"), countSteps(view, draft, "right")]).toEqual([2, 3]);
    expect(rowsOf(view, draft).map(({ kind }) => kind)).toEqual(["same", "same", "only-b"]);
  });
});

describe("choices", () => {
  const facts = { chosenSide: "right" } as const;

  it("a suggestion is an accept or a swap", () => {
    const sides = ["right", "left"] as const;
    const choices = sides.map((side) => suggestedChoice({ modelName: "judge", side, score: 0.9 }, facts));
    expect(choices).toEqual(["accept", "swap"]);
  });

  it("a decision in an open campaign is its verdict", () => {
    expect(choiceOf({ verdict: "swap" }, someItem())).toBe("swap");
  });
});

describe("the time on an item", () => {
  it("is what it was in view", () => {
    let now = 0;
    const watch = new Stopwatch(() => now);
    watch.restart(true);
    now = 1_000;
    watch.run(false);
    now = 60_000;
    watch.run(true);
    now = 60_500;
    expect(watch.read()).toBe(1_500);
    watch.restart(true);
    expect(watch.read()).toBe(0);
  });
});
