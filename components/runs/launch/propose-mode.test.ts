import { expect, it } from "vitest";
import { proposeMode } from "./propose-mode";

it.each([
  ["omega", "prm", "two-path"],
  ["uct", "prm", "uct"],
  ["two-path", "prm", "two-path"],
  ["two-path", "monte-carlo-hard", "omega"],
  ["omega", "consensus", "omega"],
  ["uct", "judge", "uct"],
] as const)("%s with the scorer %s becomes %s", (mode, scorer, proposed) => {
  expect(proposeMode(mode, scorer)).toBe(proposed);
});
