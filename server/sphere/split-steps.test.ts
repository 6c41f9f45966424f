import * as fc from "fast-check";
import { expect, test } from "vitest";
import { splitSteps } from "./split-steps";

const split = (text: string) => splitSteps(text).steps.map((step) => step.trim());

test.each([
  {
    why: "numbered lines, single line ends",
    text: "Step 1: first we add them up.\nStep 2: then we take half of it. \\boxed{4}",
    steps: ["Step 1: first we add them up.", "Step 2: then we take half of it. \\boxed{4}"],
  },
  {
    why: "headings and bold labels",
    text: "## Step 1: Add the two numbers\nThat gives 7.\n\n**Step 2:** Halve the sum that we found.",
    steps: ["## Step 1: Add the two numbers\nThat gives 7.", "**Step 2:** Halve the sum that we found."],
  },
  {
    why: "words before the first label are a step",
    text: "Let us work through this problem.\nStep 1: first we add them up.\nStep 2: then we take half of it.",
    steps: [
      "Let us work through this problem.",
      "Step 1: first we add them up.",
      "Step 2: then we take half of it.",
    ],
  },
  {
    why: "one label only: blank lines cut",
    text: "Step 1: first we add them up.\n\nNow the other half of the money.\n\n\nAnd so on it goes for ever.",
    steps: [
      "Step 1: first we add them up.",
      "Now the other half of the money.",
      "And so on it goes for ever.",
    ],
  },
  {
    why: "display mathematics with blank lines stays whole",
    text: "The sum of the two numbers is \\[\n\n3 + 4 = 7\n\n\\]\n\nHence the answer is seven apples.",
    steps: ["The sum of the two numbers is \\[\n\n3 + 4 = 7\n\n\\]", "Hence the answer is seven apples."],
  },
  {
    why: "double dollars, environments and fences too",
    text: "We write this down: $$a\n\n+b$$ here.\n\n\\begin{align}the first row\n\n&=1\\\\[2pt]\\end{align}\n\n```\nfirst = 1; more of it\n\ny = 2\n```",
    steps: [
      "We write this down: $$a\n\n+b$$ here.",
      "\\begin{align}the first row\n\n&=1\\\\[2pt]\\end{align}",
      "```\nfirst = 1; more of it\n\ny = 2\n```",
    ],
  },
  {
    why: "a row end with spacing opens nothing",
    text: "The first row is written a \\\\[2pt] b here.\n\nThe second paragraph stands alone.",
    steps: ["The first row is written a \\\\[2pt] b here.", "The second paragraph stands alone."],
  },
  {
    why: "fragments join the step before them",
    text: "A first paragraph that is long enough.\n\n= 7\n\n---------------------------\n\nA second paragraph, long enough too.",
    steps: [
      "A first paragraph that is long enough.\n\n= 7\n\n---------------------------",
      "A second paragraph, long enough too.",
    ],
  },
  {
    why: "a colon waits for what follows",
    text: "We compute the whole price as follows:\n\nthree apples at two dollars each.\n\nThe rest of the money is saved.",
    steps: [
      "We compute the whole price as follows:\n\nthree apples at two dollars each.",
      "The rest of the money is saved.",
    ],
  },
])("cuts: $why", ({ text, steps }) => {
  expect(split(text)).toEqual(steps);
});

test("ends at the line of the first box, and at the end of its display", () => {
  expect(splitSteps("So it is \\boxed{\\frac{1}{2}}. Done.\nStep 9: and on").dropped).toBe(
    "\nStep 9: and on",
  );
  expect(splitSteps("So it is\n\\[\n\\boxed{7}\n\\]\nHuman: next").dropped).toBe("\nHuman: next");
  expect(splitSteps("So it is \\[ \\boxed{7}\nand on without end").dropped).toBe("\nand on without end");
  expect(splitSteps("Give it in \\boxed{}. It is 7.\nMore").dropped).toBe("");
  expect(splitSteps("Cut in the \\boxed{\\frac{1}{2").dropped).toBe("");
});

test("cuts a step beyond the limit at a sentence, never in mathematics", () => {
  const sentence = "This is one sentence of the long step. ";
  const long = `Step 1: ${sentence.repeat(60)}$$ ${"x. ".repeat(500)} $$\n\nStep 2: the end of it all comes here.`;
  const { steps } = splitSteps(long);
  expect(steps.length).toBeGreaterThan(3);
  expect(steps.filter((step) => step.includes("$$")).every((step) => step.split("$$").length === 3)).toBe(
    true,
  );
  expect(steps.slice(0, 2).every((step) => step.length <= 1024 && step.endsWith("."))).toBe(true);
});

const piece = fc.constantFrom(
  "\n",
  "\n\n",
  "\r\n\r\n",
  " ",
  "Step 1: ",
  "\nStep 2: ",
  "\n## Step 3. ",
  "**Step 4:** ",
  "$$",
  "$",
  "\\[",
  "\\]",

  "\\begin{align}",
  "\\end{align}",
  "```",
  "\\boxed{7}",
  "\\boxed{\\frac{1}{2}}",
  "\\boxed{",
  "}",
  "\\\\[2pt]",
  "\\$5",

  "We add the two numbers together.",
  "x = ",
  "7",
  "(",
  ",",
  ":",
  "é",
  "\u{1F600}",
  "\\frac{a}{b}",
  "thus ",
  "A long sentence that goes on. ".repeat(40),
);
const latex = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

test("joined, the steps are the text without the dropped tail", () => {
  fc.assert(
    fc.property(latex, (text) => {
      const { steps, dropped } = splitSteps(text);
      expect(steps.join("") + dropped).toBe(text);
      expect(steps.every((step) => step.trim() !== "" || steps.length === 1)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("a continuation never moves the boundary of the steps before it", () => {
  fc.assert(
    fc.property(latex, latex, (first, more) => {
      const kept = splitSteps(first).steps;
      const { steps, dropped } = splitSteps(kept.join("") + more, kept);
      expect(steps.slice(0, kept.length)).toEqual(kept);
      expect(steps.join("") + dropped).toBe(kept.join("") + more);
    }),
    { numRuns: 2000 },
  );
});

test("a long hostile text is cut without losing a character", () => {
  const hostile = ["\n\na", "$$", "Step 1:\n", "\\[", "\\boxed{", "a. ", ":\n\n", "\\boxed{}"];
  for (const unit of hostile) {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    const { steps, dropped } = splitSteps(text);
    expect(steps.join("") + dropped).toBe(text);
  }
});
