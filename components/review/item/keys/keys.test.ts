import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIONS } from "./actions";
import { actionFor, clashOf, keyFor, readKeyChoices } from "./bindings";
import { keyCap, keyOf } from "./key-of";
import { goesOn, typeDigit, type TypedDigits } from "./typed-step";

function type(text: string, steps: number, gap = 100): number | null {
  let typed: TypedDigits | null = null;
  let step: number | null = null;
  for (const [index, digit] of text.split("").entries())
    ({ step, typed } = typeDigit(typed, { digit, at: index * gap }, steps));
  return step;
}

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

describe("reading a key", () => {
  it.each([
    [{ key: "a", code: "KeyQ" }, "a"],
    [{ key: "A", code: "KeyA", shiftKey: true }, "shift+a"],
    [{ key: "A", code: "KeyA" }, "a"],
    [{ key: "?", code: "Slash", shiftKey: true }, "?"],
    [{ key: "3", code: "Digit3" }, "3"],
    [{ key: "#", code: "Digit3", shiftKey: true }, "shift+3"],
    [{ key: "7", code: "Numpad7" }, "7"],
    [{ key: "ArrowLeft", code: "ArrowLeft" }, "arrowleft"],
    [{ key: "End", code: "Numpad1" }, "end"],
    [{ key: "z", code: "KeyZ", ctrlKey: true }, null],
    [{ key: "k", code: "KeyK", metaKey: true }, null],
    [{ key: " ", code: "Space" }, null],
    [{ key: "Enter", code: "Enter" }, null],
    [{ key: "Tab", code: "Tab" }, null],
    [{ key: "Escape", code: "Escape" }, null],
    [{ key: "Shift", code: "ShiftLeft", shiftKey: true }, null],
  ])("%o is %s", (event, name) => {
    expect(keyOf({ ...plain, ...event })).toBe(name);
  });

  it("shows as a cap", () => {
    expect([keyCap("a"), keyCap("shift+z"), keyCap("arrowleft"), keyCap("home")]).toEqual([
      "a",
      "⇧z",
      "←",
      "Home",
    ]);
  });
});

describe("the table of actions", () => {
  it("gives no key two meanings", () => {
    for (const { id, key } of ACTIONS)
      expect({ id, clash: clashOf({}, id, key) }).toEqual({ id, clash: null });
  });

  it("finds the action of each key in its mode", () => {
    for (const { id, key, where } of ACTIONS) expect(actionFor({}, key, where === "blind")).toBe(id);
  });

  it("has sides in blind mode and no accept", () => {
    expect([actionFor({}, "a", true), actionFor({}, "s", true), actionFor({}, "d", false)]).toEqual([
      "left",
      null,
      null,
    ]);
  });
});

describe("keys that a person sets", () => {
  it("are refused where they are taken in the same mode", () => {
    expect(clashOf({}, "accept", "x")).toMatch(/Reject/);
    expect(clashOf({}, "accept", "d")).toBeNull();
    expect(clashOf({}, "note", "5")).toMatch(/steps/);
    expect(clashOf({}, "note", "shift+5")).toMatch(/reasons/);
  });

  it("free the key that they had", () => {
    const choices = { reject: "q" };
    expect(actionFor(choices, "q", false)).toBe("reject");
    expect(clashOf(choices, "accept", "x")).toBeNull();
  });

  it("stored in any form give each key one meaning", () => {
    const stored = fc.dictionary(
      fc.constantFrom(...ACTIONS.map(({ id }) => id), "gone"),
      fc.constantFrom("a", "s", "x", "q", "5"),
    );
    fc.assert(
      fc.property(fc.oneof(stored, fc.anything()), (value) => {
        const choices = readKeyChoices(value);
        for (const { id, where } of ACTIONS) {
          expect(actionFor(choices, keyFor(choices, id), where === "blind")).toBe(id);
        }
      }),
    );
  });
});

describe("steps by number keys", () => {
  it.each([
    ["3", 5, 2],
    ["9", 5, null],
    ["12", 20, 11],
    ["12", 5, 1],
    ["10", 12, 9],
    ["123", 200, 122],
    ["34", 20, 3],
    ["0", 5, null],
  ])("%s of %i steps is %s", (text, steps, step) => {
    expect(type(text, steps)).toBe(step);
  });

  it("typed slowly are one number each", () => {
    expect(type("12", 20, 2_000)).toBe(1);
  });

  it("a 0 goes on with a number only where there is such a step", () => {
    const one = { digits: "1", at: 0 };
    expect([goesOn(one, 100, 12), goesOn(one, 100, 9), goesOn(one, 2_000, 12), goesOn(null, 0, 12)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
