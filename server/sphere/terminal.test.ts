import { expect, test } from "vitest";
import type { FinishReason } from "./io";
import { splitSteps } from "./split-steps";
import { isClean, terminalOf } from "./terminal";

const step = (k: number) => `Step ${String(k)}: the number ${String(k * 17)} comes into the account here.`;
const steps = (count: number) => Array.from({ length: count }, (_, k) => step(k + 1)).join("\n\n");

test.each<{ text: string; finish: FinishReason; terminal: string }>([
  { text: `${steps(3)} \\boxed{7}`, finish: "end-of-turn", terminal: "boxed" },
  { text: `${steps(3)} \\boxed{7} and then on and`, finish: "length", terminal: "boxed" },
  { text: `${steps(3)} \\boxed{7}\n${"again ".repeat(99)}`, finish: "runaway", terminal: "boxed" },
  { text: `${steps(3)} The answer is 7.`, finish: "end-of-turn", terminal: "end-of-turn" },
  { text: `${steps(3)} The answer is \\boxed{`, finish: "length", terminal: "truncated" },
  { text: `${steps(3)} The answer is`, finish: "runaway", terminal: "repetition" },
  {
    text: `${steps(3)}\n\nStep 4: ${step(2).slice(8)}\n\nStep 5: Then it can only be \\boxed{7}`,
    finish: "end-of-turn",
    terminal: "repetition",
  },
  {
    text: `So ${"one two three four five six seven eight ".repeat(3)} \\boxed{7}`,
    finish: "end-of-turn",
    terminal: "repetition",
  },
  {
    text: `So ${"one two three four five six seven eight ".repeat(2)} \\boxed{7}`,
    finish: "end-of-turn",
    terminal: "boxed",
  },
  { text: `${steps(16)} \\boxed{7}`, finish: "end-of-turn", terminal: "boxed" },
  { text: `${steps(17)} \\boxed{7}`, finish: "end-of-turn", terminal: "too-deep" },
  { text: " \n ", finish: "end-of-turn", terminal: "empty" },
])("ends $terminal: $text", ({ text, finish, terminal }) => {
  const cut = splitSteps(text).steps;
  const kept = cut.join("");
  expect(terminalOf({ text: kept, continuation: kept, steps: cut, finish }, 16)).toBe(terminal);
});

test("a model that has nothing to add ends what it was asked to continue", () => {
  const cut = splitSteps(`${steps(3)} The answer is 7.`).steps;
  const blank = { text: cut.join(""), continuation: "", steps: cut } as const;
  expect(terminalOf({ ...blank, finish: "end-of-turn" }, 16)).toBe("end-of-turn");
  expect(terminalOf({ ...blank, finish: "length" }, 16)).toBe("empty");
});

test("only a chain that ended by itself with an answer read is clean", () => {
  expect(isClean({ terminal: "boxed", extracted: "7" })).toBe(true);
  expect(isClean({ terminal: "end-of-turn", extracted: "7" })).toBe(true);
  expect(isClean({ terminal: "end-of-turn", extracted: null })).toBe(false);
  for (const terminal of ["truncated", "repetition", "too-deep", "empty"] as const)
    expect(isClean({ terminal, extracted: "7" })).toBe(false);
});
