import * as fc from "fast-check";
import { expect, test } from "vitest";
import { joinRepair, parseReflection } from "./parse-reflection";

test.each([
  {
    why: "the form as asked",
    reply: "First wrong step: 2\nWhat is wrong: It adds.\nIt should not.\nCorrected solution:\nStep 2: so",
    read: { claimedStep: 1, explanation: "It adds.\nIt should not.", corrected: "Step 2: so" },
  },
  {
    why: "markdown around the form",
    reply:
      "**First wrong step:** Step 3\n**What is wrong:** It adds.\n### Corrected solution:\n\n**Step 3:** so",
    read: { claimedStep: 2, corrected: "**Step 3:** so" },
  },
  {
    why: "no heading before the solution",
    reply: "First wrong step: Step 2: it adds\nStep 2: so\n\nStep 3: then",
    read: { claimedStep: 1, explanation: null, corrected: "Step 2: so\n\nStep 3: then" },
  },
  {
    why: "only a solution",
    reply: "Step 1: so\nStep 2: then",
    read: { claimedStep: null, explanation: null, corrected: "Step 1: so\nStep 2: then" },
  },
  {
    why: "only words",
    reply: "It is right.",
    read: { claimedStep: null, explanation: null, corrected: null },
  },
  {
    why: "an empty solution",
    reply: "First wrong step: 0\nCorrected solution:\n ",
    read: { claimedStep: null, corrected: null },
  },
])("reads $why", ({ reply, read }) => {
  expect(parseReflection(reply)).toMatchObject(read);
});

test("any reply is read, and what it keeps are the wrong chain's own first steps", () => {
  const part = fc.constantFrom(
    "First wrong step: ",
    "What is wrong: ",
    "Corrected solution:",
    "Step 2:",
    "\n",
    "9",
    "x",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 30 }), (parts) => {
      const { corrected } = parseReflection(parts.join(""));
      const repair = corrected === null ? null : joinRepair(["a\n", "b\n", "c"], corrected);
      expect(["a\n", "b\n", "c"].slice(0, repair?.kept.length ?? 0)).toEqual(repair?.kept ?? []);
    }),
  );
});

const [one, two, three] = [
  "Step 1: the first step of it all.\n\n",
  "Step 2: the second step of it.\n\n",
  "Step 3: the end \\boxed{1}",
];
const wrong = [one, two, three];

test.each([
  {
    why: "opens at a later step",
    corrected: "Step 2: another way to go on.\n\nStep 3: end",
    kept: [one],
    rest: "Step 2: another way to go on.\n\nStep 3: end",
  },
  {
    why: "opens at the start",
    corrected: "Step 1: another way to begin.\n\nStep 2: the end of it all.",
    kept: [],
    rest: "Step 1: another way to begin.\n\nStep 2: the end of it all.",
  },
  {
    why: "copies a step in other spacing",
    corrected: "Step 1:  the first step of it all.\nStep 2: another way to go on.",
    kept: [one],
    rest: "Step 2: another way to go on.",
  },
  { why: "copies all", corrected: wrong.join(""), kept: wrong, rest: "" },
  { why: "has no label", corrected: "It is simply seven.", kept: [], rest: "It is simply seven." },
])("joins a repair that $why", ({ corrected, kept, rest }) => {
  expect(joinRepair(wrong, corrected)).toEqual({ kept, continuation: rest });
});

test("a repair that opens beyond the end cannot be joined", () => {
  expect(joinRepair(wrong, "Step 4: more")).toBeNull();
});
