import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { returnPath, signInPath } from "./return-path";

describe("the way back after signing in", () => {
  it.each([
    ["/runs", "/runs"],
    ["/runs/run_1?tab=events#last", "/runs/run_1?tab=events#last"],
    ["/review/items/7?campaign=camp_all&q=a%20b", "/review/items/7?campaign=camp_all&q=a%20b"],
    ["/", "/"],
    ["/runs/../models", "/models"],
    // Another site's, in disguise.
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/\n/evil.example", "/"],
    ["/.//evil.example", "/"],
    ["/runs/..//evil.example", "/"],
    ["https://evil.example", "/"],
    ["https:evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["evil.example", "/"],
    [" /runs", "/"],
    ["", "/"],
    // Round in circles.
    ["/sign-in", "/"],
    ["/sign-in?return=/sign-in", "/"],
    ["/set-up?token=x", "/"],
    ["/join/x", "/"],
    ["/joining", "/joining"],
  ])("%j leads to %s", (asked, expected) => {
    expect(returnPath(asked)).toBe(expected);
  });

  it("is home where nothing or too much is asked", () => {
    expect(returnPath(undefined)).toBe("/");
    expect(returnPath(["/runs", "/models"])).toBe("/");
  });

  it("never leaves the app, whatever is asked", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      ".",
      ":",
      "@",
      "\t",
      "\n",
      "evil.example",
      "https",
      "?",
      "#",
      "%2f",
    );
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => `/${parts.join("")}`),
        (asked) => {
          const path = returnPath(asked);
          expect(path).toMatch(/^\/(?![/\\])/);
          expect(new URL(path, "https://sphere.example.org").origin).toBe("https://sphere.example.org");
        },
      ),
    );
  });

  it("is kept by the sign-in page", () => {
    expect(signInPath("/")).toBe("/sign-in");
    const kept = new URL(signInPath("/runs?q=a&b=c"), "http://here.invalid").searchParams.get("return");
    expect(kept).toBe("/runs?q=a&b=c");
  });
});
