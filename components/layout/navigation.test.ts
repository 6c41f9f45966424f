import { describe, expect, it } from "vitest";
import { isCurrent, isWithin, NAVIGATION } from "./navigation";

describe("navigation", () => {
  it.each([
    ["/", "/", true],
    ["/runs", "/", false],
    ["/runs", "/runs", true],
    ["/runs/run_1/problems/2", "/runs", true],
    ["/runs-of-others", "/runs", false],
  ])("%s within %s: %s", (pathname, href, expected) => {
    expect(isWithin(pathname, href)).toBe(expected);
  });

  it("marks exactly one page of the sidebar for every address", () => {
    for (const pathname of [
      "/",
      "/problems/set_1",
      "/models",
      "/runs/new",
      "/review/items/7",
      "/leaderboard/compare",
      "/evaluations/e1",
    ]) {
      expect(NAVIGATION.filter((page) => isCurrent(page, pathname))).toHaveLength(1);
    }
  });
});
